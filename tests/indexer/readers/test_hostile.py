"""Bombs, traps and lies: each is refused by name, in bounded memory, and what lies beside it is read."""

import atexit
import bz2
import gzip
import io
import json
import lzma
import struct
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import BinaryIO

import pytest

from indexer.inputs.input import Input, Link, Origin
from indexer.inputs.result import Loaded, Refused
from indexer.readers.dispatcher import Dispatcher, read
from indexer.readers.files import find
from indexer.readers.isolation.supervisor import Isolation
from indexer.readers.pages.markup import tree_of

MEGABYTE = 1_000_000
MOST = 300 * MEGABYTE  # of memory, 75 of which Python and the libraries take before anything is read
BOMB = "unpacks to more than 200 times its size: it is a bomb, and no archive of articles"
SCRIPT = """
import json, os, sys, traceback
from pathlib import Path
from indexer.readers.articles.language import identifier
from indexer.readers.files import find
from indexer.readers.dispatcher import read
from indexer.readers.registry import readers
from indexer.inputs.result import Loaded

def tell(path):
    for found in read(find([path]).files):
        told = found.article.text if isinstance(found, Loaded) else found.reason
        print(json.dumps([str(found.origin), type(found).__name__, told[:200]]))
    (peak,) = (line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    print(int(peak.split()[1]) * 1024)

readers(), identifier()
for line in sys.stdin:
    if os.fork() == 0:
        try:
            tell(Path(line.rstrip("\\n")))
        except BaseException:
            traceback.print_exc()
        sys.stdout.flush()
        os._exit(0)
    os.wait()
    print(flush=True)
"""


@pytest.fixture(scope="module")
def isolation() -> Iterator[Isolation]:
    """Where what takes more memory is refused for that."""
    isolation = Isolation(memory=MOST)
    yield isolation
    isolation.end()


def refused_by(isolation: Isolation, name: str, content: str) -> str:
    stream = io.BufferedReader(io.BytesIO(content.encode()))
    (refused,) = Dispatcher(isolation=isolation).articles(Input(Origin(name), stream, Path(name).suffix))
    assert isinstance(refused, Refused)
    return refused.reason


@dataclass
class Run:
    loaded: list[str]
    refused: list[str]
    peak: int


@cache
def reading() -> "subprocess.Popen[str]":
    """Has imported what reads, and reads each path that it is told in a process forked for that."""
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    atexit.register(process.communicate)
    return process


def run(path: Path) -> Run:
    """In a process of its own, so that its memory can be told: by the kernel's VmHWM, for the maximum that getrusage
    tells counts what its parent had before.
    """
    process = reading()
    assert process.stdin
    assert process.stdout
    process.stdin.write(f"{path}\n")
    process.stdin.flush()
    *lines, peak = map(json.loads, iter(process.stdout.readline, "\n"))
    told = [(kind, f"{origin.removeprefix(str(path)).lstrip(':/')}: {words}") for origin, kind, words in lines]
    loaded, refused = ([words for kind, words in told if kind == name] for name in ("Loaded", "Refused"))
    return Run(loaded, refused, peak)


def zeros(megabytes: int) -> Iterator[bytes]:
    yield from (bytes(MEGABYTE) for _ in range(megabytes))


def zip_of(path: Path | io.BytesIO, members: dict[str, bytes | int]) -> None:
    """A number stands for so many megabytes of zeros."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            with archive.open(name, "w", force_zip64=True) as member:
                for part in zeros(content) if isinstance(content, int) else (content,):
                    member.write(part)


def test_a_bomb_in_a_zip_is_refused_and_what_follows_is_read(tmp_path: Path) -> None:
    zip_of(tmp_path / "a.zip", {"bomb.ndjson": 100, "good.txt": b"A text."})
    ran = run(tmp_path / "a.zip")
    assert ran.refused == [f"bomb.ndjson: {BOMB}"]
    assert ran.loaded == ["good.txt: A text."]
    assert ran.peak < MOST


def test_a_zip_of_many_bombs_is_given_up(tmp_path: Path) -> None:
    zip_of(tmp_path / "a.zip", {f"{number}.ndjson": 20 for number in range(10)})
    ran = run(tmp_path / "a.zip")
    assert ran.loaded == []
    assert 4 <= len(ran.refused) < 8
    assert ran.refused[-1] == ": from here on, it is not read: it is a bomb"


@pytest.mark.parametrize(
    ("suffix", "pack"),
    [("gz", gzip.open), ("bz2", bz2.open), ("xz", partial(lzma.open, preset=0))],  # as quick as that packs
)
def test_a_packed_bomb_is_refused_and_the_next_file_is_read(
    tmp_path: Path, suffix: str, pack: Callable[[Path, str], BinaryIO]
) -> None:
    with pack(tmp_path / f"bomb.ndjson.{suffix}", "wb") as bomb:
        for part in zeros(100):
            bomb.write(part)
    (tmp_path / "good.txt").write_text("A text.", "utf-8")
    ran = run(tmp_path)
    assert ran.refused == [f"bomb.ndjson.{suffix}: {BOMB}"]
    assert ran.loaded == ["good.txt: A text."]
    assert ran.peak < MOST


def test_what_is_packed_well_is_no_bomb(tmp_path: Path) -> None:
    line = b'{"text": "The minister said that the road would stay open."}\n'
    (tmp_path / "same.ndjson.gz").write_bytes(gzip.compress(line * 2_000))
    found = list(read(find([tmp_path]).files))
    assert len(found) == 2_000
    assert all(isinstance(reading, Loaded) for reading in found)


def test_a_bomb_within_bombs_counts_as_one(tmp_path: Path) -> None:
    inner = gzip.compress(bytes(30 * MEGABYTE))
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz") as tar:
        for name in ("1.txt.gz", "2.txt.gz", "3.txt.gz", "4.txt.gz"):
            info = tarfile.TarInfo(name)
            info.size = len(inner)
            tar.addfile(info, io.BytesIO(inner))
    ran = run(tmp_path / "a.tar.gz")
    assert ran.loaded == []
    assert ran.refused
    assert ran.peak < MOST


@pytest.mark.parametrize(
    ("name", "extra"),
    [(b"a.txt", struct.pack("<HH", 7, 0) * 16_000), (b"a/" * 30_000 + b"b.txt", b""), (b"a" + b".b" * 30_000, b"")],
)
def test_an_entry_of_a_zip_that_no_archiver_writes_ends_it(tmp_path: Path, name: bytes, extra: bytes) -> None:
    sizes = struct.pack("<HHH", len(name), len(extra), 0)
    directory = (b"PK\x01\x02" + bytes(24) + sizes + bytes(12) + name + extra) * 100
    end = b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 100, 100, len(directory), 4, 0)
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04" + directory + end)
    (refused,) = read(find([tmp_path]).files)
    assert isinstance(refused, Refused)
    assert refused.reason == "has an entry with more than 4,096 bytes of a name or of additions to it"


def test_archives_in_archives_have_an_end(tmp_path: Path) -> None:
    content = b"A text."
    for depth in range(8):
        packed = io.BytesIO()
        zip_of(packed, {"text.txt" if depth == 0 else "inner.zip": content})
        content = packed.getvalue()
    (tmp_path / "a.zip").write_bytes(content)
    (refused,) = read(find([tmp_path]).files)
    assert isinstance(refused, Refused)
    assert refused.reason == "is packed more than 4 times: it is no archive of articles"
    assert refused.origin.member == "inner.zip/inner.zip/inner.zip/inner.zip/inner.zip"


def test_a_size_that_lies_is_found_out(tmp_path: Path) -> None:
    packed = io.BytesIO()
    zip_of(packed, {"lie.txt": b"A text that is longer than it says.", "good.txt": b"A text."})
    content = bytearray(packed.getvalue())
    directory = content.index(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = (6).to_bytes(4, "little")  # APPNOTE.TXT 4.3.12: uncompressed size
    (tmp_path / "a.zip").write_bytes(content)
    refused, loaded = read(find([tmp_path]).files)
    assert isinstance(refused, Refused)
    assert refused.reason == "is damaged: Bad CRC-32 for file 'lie.txt'"
    assert isinstance(loaded, Loaded)


def test_a_name_in_a_tar_that_fills_the_memory_is_refused(tmp_path: Path) -> None:
    header = tarfile.TarInfo("././@LongLink")
    header.type = tarfile.GNUTYPE_LONGNAME
    header.size = 200 * MEGABYTE
    with (tmp_path / "a.tar").open("wb") as tar:
        tar.write(header.tobuf(tarfile.GNU_FORMAT))
        for part in zeros(200):
            tar.write(part)
    ran = run(tmp_path / "a.tar")
    assert ran.refused == [": has a header of more than 65,536 bytes: it is no archive of articles"]
    assert ran.peak < MOST


def header(kind: bytes, content: bytes) -> bytes:
    info = tarfile.TarInfo("././@Header")
    info.type, info.size = kind, len(content)
    return info.tobuf(tarfile.GNU_FORMAT) + content.ljust(-(-len(content) // 512) * 512, b"\0")


FULL_OF_DIGITS = b"9" * 60_000
FULL_OF_STARTS = b"2 " * 30_000 + b"="


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        (header(tarfile.GNUTYPE_LONGNAME, b"name\0") * 400, "has more than 16 headers before one file"),
        (header(tarfile.XGLTYPE, b"13 mtime=1.5\n") * 400, "has more than 16 headers before one file"),
        (header(tarfile.XHDTYPE, FULL_OF_DIGITS), "is damaged: a header of pax is none"),
        (header(tarfile.XHDTYPE, FULL_OF_STARTS), "is damaged: a header of pax is none"),
        (header(tarfile.XHDTYPE, b"17 size=99999999\n"), "is damaged: unexpected end of data"),
        (header(tarfile.XHDTYPE, b"12 size=-10\n"), "is damaged: a file in it is said to have less than no bytes"),
        (header(tarfile.XHDTYPE, b"12 size=nan\n"), "is damaged: invalid literal"),
    ],
)
def test_headers_of_a_tar_that_no_archiver_writes_end_it(tmp_path: Path, headers: bytes, reason: str) -> None:
    info = tarfile.TarInfo("a.txt")
    info.size = 7
    file = info.tobuf(tarfile.GNU_FORMAT) + b"A text.".ljust(512, b"\0")
    (tmp_path / "a.tar").write_bytes(file + headers + file + bytes(1024))
    loaded, *_, refused = read(find([tmp_path / "a.tar"]).files)
    assert isinstance(loaded, Loaded)
    assert isinstance(refused, Refused)
    assert refused.reason.startswith(f"from here on, it {reason}")


@pytest.mark.parametrize("name", ["line.ndjson", "line.csv", "line.gqg.json"])
def test_a_line_of_200_megabytes_is_refused_and_the_next_is_read(tmp_path: Path, name: str) -> None:
    good = {
        "line.ndjson": b'{"text": "A text."}\n',
        "line.csv": b"A title,A text.\n",
        "line.gqg.json": b'{"quotes": [{"quote": "A text."}]}\n',
    }[name]
    with (tmp_path / name).open("wb") as lines:
        lines.write(b"title,text\n" if name.endswith(".csv") else good)
        for _ in range(200):
            lines.write(b"a" * MEGABYTE)
        lines.write(b"\n" + good)
    ran = run(tmp_path / name)
    assert ran.refused == ["2: is longer than 10,000,000 characters"]
    assert ran.loaded[-1] == "3: A text."
    assert ran.peak < MOST


def test_a_quotation_mark_that_swallows_the_file_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "a.csv").open("w", encoding="utf-8") as lines:
        lines.write('title,text\nA,"never closed\n')
        lines.writelines(f"{'b' * 99}\n" for _ in range(110_000))
        lines.write("A title,A text.\n")
    ran = run(tmp_path / "a.csv")
    assert ran.refused[0] == (
        "2: is longer than 10,000,000 characters: a quotation mark is not closed, or it is no article"
    )
    assert ran.loaded == ["110003: A text."]
    assert ran.peak < MOST


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<div>" * 100_000 + "<p>A text.</p>", "nests its elements too deeply: it is no article"),
        ("<p>A text.</p>" * 100_000, "has more than 30,000 elements: it is no article"),
        ("<p>" + "a" * 9_000_000 + "</p>", "holds no article that can be told from the rest of the page"),
        ("<p>" + "A text. " * 2_000_000 + "</p>", "is longer than 10,000,000 bytes: it is no article"),
        (
            f"<p {' '.join(f'a{n}=x' for n in range(40_000))}>A text.</p>",
            "has a tag with more than 500 attributes: it is no article",
        ),
        ("<p " + 'b="<i>"' * 600 + ">A text.</p>", "has a tag with more than 500 attributes: it is no article"),
    ],
)
def test_a_page_that_has_no_end_is_refused(isolation: Isolation, page: str, reason: str) -> None:
    assert refused_by(isolation, "a.html", f"<html><body>{page}</body></html>") == reason


@pytest.mark.parametrize("script", ["<script>if (a<b) {%s}</script>", "<!-- if a<b %s -->", "<style>a<b %s</style>"])
def test_words_that_are_no_attributes_are_not_taken_for_such(script: str) -> None:
    tree_of(f"<html><body>{script % ('a = b; ' * 1_000)}<p>A text.</p></body></html>")


BILLION_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)) + "]>"
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xml", f"{BILLION_LAUGHS}<rss version='2.0'><channel><item><title>&a9;</title></item></channel></rss>"),
        ("a.atom", f"{BILLION_LAUGHS}<feed><entry><title>&a9;</title></entry></feed>"),
        ("a.xhtml", f"{BILLION_LAUGHS}<html><body><p>&a9;</p></body></html>"),
        ("a.xml", "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><rss><channel>&f;</channel></rss>"),
        ("a.xml", f"<!-- {'-' * 20_000} -->{BILLION_LAUGHS}<rss><channel><title>&a9;</title></channel></rss>"),
    ],
)
def test_entities_that_expand_are_refused(isolation: Isolation, name: str, content: str) -> None:
    assert refused_by(isolation, name, content) == "declares entities of its own, as bombs do and articles don't"


@pytest.mark.parametrize("name", ["a.rss", "a.unknown"])
@pytest.mark.parametrize("content", ["{many}x", "{many}<urlset/>", "<rss>{many}", "<rss></rss>{many}x", "<?xml {many}"])
def test_a_thousand_comments_take_no_time(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content.format(many="<!---->" * 1_000), "utf-8")
    list(read(find([tmp_path / name]).files))


@pytest.mark.parametrize(
    "declared", ["utf-8", "utf-16", "ascii", "shift_jis", "no-such-charset", "iso-8859-1", "hz", "undefined"]
)
def test_a_charset_that_is_declared_wrongly_costs_no_letter(tmp_path: Path, declared: str) -> None:
    text = "“Sí,” said José Núñez in Zürich, after he had spoken with the others, and left."
    page = f'<html><head><meta charset="{declared}"></head><body><article><p>{text}</p></article></body></html>'
    for encoding in ("utf-8", "cp1252"):
        (tmp_path / f"{encoding}.html").write_bytes(page.encode(encoding))
    found = list(read(find([tmp_path]).files))
    assert [reading.article.text for reading in found if isinstance(reading, Loaded)] == [text, text]


def test_a_feed_that_repeats_itself_is_read_once(tmp_path: Path) -> None:
    item = "<item><title>A title</title><link>https://a.example/1</link><description>A text.</description></item>"
    (tmp_path / "a.rss").write_text(f'<rss version="2.0"><channel>{item * 2_000}</channel></rss>', "utf-8")
    link, repeated = read(find([tmp_path]).files)
    assert isinstance(link, Refused)
    assert link.reason == "https://a.example/1 only links to its text, and fetching was not asked for"
    assert isinstance(repeated, Refused)
    assert repeated.reason == "repeats itself: 1,999 of its entries are read only once"


class Itself:
    """A feed whose entries all link to the feed."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def open(self, link: Link) -> Input:
        self.asked.append(link.url)
        items = "".join(f"<item><link>https://a.example/feed?{number}</link></item>" for number in range(10))
        content = f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()
        return Input(Origin(link.url), io.BufferedReader(io.BytesIO(content)), url=link.url)


def test_a_feed_that_links_to_itself_is_followed_one_step() -> None:
    fetches = Itself()
    address = "https://a.example/feed"
    found = list(Dispatcher(fetches=fetches, named=fetches).read([Link(Origin(address), address)]))
    assert len(fetches.asked) == 1 + 10
    assert len(found) == 10 * 10
    assert all(isinstance(reading, Refused) and "followed one step" in reading.reason for reading in found)


def test_headers_of_a_crawl_that_have_no_end_are_refused(tmp_path: Path) -> None:
    with (tmp_path / "a.warc").open("wb") as crawl:
        crawl.write(b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/")
        for _ in range(20):
            crawl.write(b"a" * MEGABYTE)
    ran = run(tmp_path / "a.warc")
    assert ran.refused == ["record 1: has more than 262,144 bytes of headers, or breaks off in them"]
    assert ran.peak < MOST
