"""Compressed files, alone, put together, and around an archive."""

import bz2
import gzip
import lzma
from pathlib import Path

import pytest

from indexer.inputs.result import Loaded
from indexer.readers.dispatcher import read
from indexer.readers.files import find

GOLDEN = Path(__file__).parents[1] / "golden"


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
