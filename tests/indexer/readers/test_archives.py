"""Archives and packed files of whatever other readers know: their golden pairs show the rest."""

import bz2
import gzip
import io
import lzma
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from indexer.inputs.result import Loaded, Refused
from indexer.readers.archives.names import climbs, hidden
from indexer.readers.dispatcher import Dispatcher, read
from indexer.readers.files import find

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", ["../a.txt", "/a.txt", "a/../../b.txt", "..\\a.txt", "C:\\a.txt", "\\\\host\\a.txt"])
def test_names_that_climb(name: str) -> None:
    assert climbs(name)


@pytest.mark.parametrize("name", ["a.txt", "./a.txt", "a/b..c/d.txt", "..a.txt", "a/...txt"])
def test_names_that_do_not_climb(name: str) -> None:
    assert not climbs(name)


@pytest.mark.parametrize(("name", "is_hidden"), [(".a.txt", True), ("__MACOSX/._a.txt", True), ("./a.txt", False)])
def test_what_is_hidden_is_as_in_a_folder(name: str, is_hidden: bool) -> None:
    assert hidden(name) == is_hidden


@pytest.mark.parametrize(
    ("suffix", "pack"),
    [("", lambda data: data), (".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)],
)
def test_tar_comes_packed_in_any_way_and_is_known_by_its_content_too(tmp_path: Path, suffix: str, pack: object) -> None:
    packed = pack((GOLDEN / "tar/news.tar").read_bytes())  # type: ignore[operator]
    for name in (f"news.tar{suffix}", "news.unknown"):
        (tmp_path / name).write_bytes(packed)
        assert sum(isinstance(found, Loaded) for found in read(find([tmp_path / name]).files)) == 3


@pytest.mark.parametrize("suffix", ["gz", "bz2", "xz"])
def test_packed_files_may_be_put_together_from_several(tmp_path: Path, suffix: str) -> None:
    pack = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}[suffix]
    (tmp_path / f"a.ndjson.{suffix}").write_bytes(pack(b'{"text": "One."}\n') + pack(b'{"text": "Two."}\n'))
    found = list(read(find([tmp_path]).files))
    assert [reading.article.text for reading in found if isinstance(reading, Loaded)] == ["One.", "Two."]


def test_columns_reach_into_archives(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.csv", "headline,text\nA,One.\n")
    (loaded,) = Dispatcher({"title": "headline"}).read(find([tmp_path]).files)
    assert isinstance(loaded, Loaded)
    assert loaded.article.title == "A"


def test_the_order_is_the_archives(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as tar:
        for name in ("z.txt", "a.txt", "m.txt"):
            info = tarfile.TarInfo(name)
            info.size = 7
            tar.addfile(info, io.BytesIO(b"A text."))
    assert [found.origin.member for found in read(find([tmp_path]).files)] == ["z.txt", "a.txt", "m.txt"]


SCRIPT = """
from pathlib import Path
from indexer.readers.files import find
from indexer.readers.dispatcher import read
from indexer.inputs.result import Loaded
print(sum(isinstance(found, Loaded) for found in read(find([Path('-')]).files)))
"""


@pytest.mark.parametrize(
    ("name", "articles"),
    [
        ("html/article.html", 1),
        ("html/linked-data.xhtml", 1),
        ("feed/several.rss", 2),
        ("feed/full.atom", 2),
        ("table/several.csv", 3),
        ("table/tabs.tsv", 1),
        ("gdelt/minute.gqg.json", 2),
        ("warc/news.warc", 2),
        ("warc/news.warc.gz", 1),
        ("packed/another.txt.xz", 1),
        ("packed/table.csv.gz", 1),
        ("tar/news.tar", 3),
        ("zip/news.zip", 4),
    ],
)
def test_every_kind_is_known_on_standard_input(name: str, articles: int) -> None:
    with subprocess.Popen(["cat", GOLDEN / name], stdout=subprocess.PIPE) as piped:
        ran = subprocess.run([sys.executable, "-c", SCRIPT], stdin=piped.stdout, capture_output=True, text=True)
    assert ran.stderr == ""
    assert int(ran.stdout) == articles


@pytest.mark.parametrize("places", [1, 2])
def test_a_name_in_a_zip_that_is_said_to_be_utf_8_and_is_not(tmp_path: Path, places: int) -> None:
    """Before the file itself, or in the table of contents too, without which nothing can be read."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("é.txt", "One.")
        archive.writestr("b.txt", "Two.")
    content = packed.getvalue()
    for _ in range(places):
        content = content.replace("é".encode(), b"\xff\xfe", 1)
    (tmp_path / "a.zip").write_bytes(content)
    (tmp_path / "b.txt").write_text("Three.", "utf-8")
    refused, *loaded = read(find([tmp_path]).files)
    assert isinstance(refused, Refused)
    assert refused.reason.startswith("is damaged: 'utf-8' codec can't decode")
    texts = [found.article.text for found in loaded if isinstance(found, Loaded)]
    assert texts == (["Two.", "Three."] if places == 1 else ["Three."])


@pytest.mark.parametrize(
    "headers",
    [
        {"GNU.sparse.size": "large"},
        {"GNU.sparse.map": "0,1,words"},
        {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "a.txt"},
    ],
)
def test_a_sparse_file_in_a_tar_is_refused_and_the_next_is_read(tmp_path: Path, headers: dict[str, str]) -> None:
    """Whatever it says of itself: what it leaves out is never looked at."""
    with tarfile.open(tmp_path / "a.tar", "w", format=tarfile.PAX_FORMAT) as tar:
        info = tarfile.TarInfo("a.txt")
        info.pax_headers = headers
        tar.addfile(info)
        last = tarfile.TarInfo("b.txt")
        last.size = 7
        tar.addfile(last, io.BytesIO(b"A text."))
    refused, loaded = read(find([tmp_path]).files)
    assert isinstance(refused, Refused)
    assert refused.reason == "is a link, a device or a sparse file: it is not read"
    assert isinstance(loaded, Loaded)


def test_a_long_name_and_a_large_file_in_a_tar_are_read_by_their_headers(tmp_path: Path) -> None:
    for form in (tarfile.PAX_FORMAT, tarfile.GNU_FORMAT):
        with tarfile.open(tmp_path / "a.tar", "w", format=form) as tar:
            info = tarfile.TarInfo(f"{'é' * 120}/{'long' * 50}.txt")
            info.size, info.mtime = 7, 1_700_000_000.123  # type: ignore[assignment]  # a fraction needs a header of pax
            tar.addfile(info, io.BytesIO(b"A text."))
        (loaded,) = read(find([tmp_path]).files)
        assert isinstance(loaded, Loaded)
        assert loaded.origin.member == info.name
