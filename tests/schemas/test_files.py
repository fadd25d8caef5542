"""A file is there whole, or the one before stays."""

import stat
from pathlib import Path

import pytest

from schemas.files import whole_file


def test_it_takes_the_place_of_the_one_before_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"before")
    with whole_file(path) as file:
        file.write(b"after")
        assert path.read_bytes() == b"before"
    assert path.read_bytes() == b"after"
    assert [*tmp_path.iterdir()] == [path]


def test_a_fault_leaves_the_one_before_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"before")
    with pytest.raises(ZeroDivisionError), whole_file(path) as file:
        file.write(b"after" * (1 // file.tell()))
    assert path.read_bytes() == b"before"
    assert [*tmp_path.iterdir()] == [path]


def test_what_cannot_be_written_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), whole_file(tmp_path / "none" / "a"):
        pass


def test_a_private_one_is_private_from_the_first_byte(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    with whole_file(path, 0o600) as file:
        (part,) = tmp_path.iterdir()
        assert stat.S_IMODE(part.stat().st_mode) == 0o600
        file.write(b"secret")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
