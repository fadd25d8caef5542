"""Tar archives beside the golden pairs: their order, their headers."""

import io
import tarfile
from pathlib import Path

import pytest

from indexer.inputs.result import Loaded, Refused
from indexer.readers.dispatcher import read
from indexer.readers.files import find


def test_the_order_is_the_archives(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as tar:
        for name in ("z.txt", "a.txt", "m.txt"):
            info = tarfile.TarInfo(name)
            info.size = 7
            tar.addfile(info, io.BytesIO(b"A text."))
    assert [found.origin.member for found in read(find([tmp_path]).files)] == ["z.txt", "a.txt", "m.txt"]


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
