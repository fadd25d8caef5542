"""The file of what was refused."""

from pathlib import Path

import pytest

from indexer.inputs.input import Origin
from indexer.inputs.result import Refused
from indexer.refusals.file import CannotKeep, Refusals


@pytest.fixture
def refusals(tmp_path: Path) -> Refusals:
    return Refusals(tmp_path / "state" / "refused.ndjson")


def add(refusals: Refusals, name: str, reason: str = "is none") -> None:
    refusals.add(Refused(Origin(name), reason), {})


def names(refusals: Refusals) -> list[str]:
    return [Path(record.file).name for record in refusals.read()]


def test_what_is_added_is_read_in_its_order(refusals: Refusals) -> None:
    assert refusals.read() == []
    for name in ("b", "a"):
        add(refusals, name)
    assert names(refusals) == ["b", "a"]


def test_half_a_line_is_somebody_who_was_cut_off(refusals: Refusals) -> None:
    add(refusals, "a")
    with refusals.path.open("ab") as file:
        file.write(b'{"file":"b')
    assert names(refusals) == ["a"]
    add(refusals, "c")
    assert names(refusals) == ["a", "c"]


@pytest.mark.parametrize("content", [b"A text.\n", b"{}\n", b'{"file":"a"}\nA text.', b"\xff\n"])
def test_another_file_is_not_taken_for_one(refusals: Refusals, content: bytes) -> None:
    refusals.path.parent.mkdir()
    refusals.path.write_bytes(content)
    with pytest.raises(ValueError, match="is no file of refused articles"):
        refusals.read()


def test_what_was_read_again_is_forgotten_and_what_came_since_is_not(refusals: Refusals) -> None:
    for name in ("a", "b"):
        add(refusals, name)
    before = refusals.read()
    add(refusals, "a", "is none again")
    refusals.settle([before[0].file], before)
    assert names(refusals) == ["b", "a"]


def test_an_empty_file_goes(refusals: Refusals) -> None:
    refusals.settle(["a"], [])
    add(refusals, "a")
    before = refusals.read()
    refusals.settle([before[0].file], before)
    assert not refusals.path.exists()


def test_where_nothing_can_be_kept_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("A text.", "utf-8")
    with pytest.raises(CannotKeep, match="can't be kept"):
        add(Refusals(tmp_path / "a" / "refused.ndjson"), "b")
    with pytest.raises(CannotKeep, match="can't be read"):
        Refusals(tmp_path).read()


def test_each_index_has_its_own() -> None:
    assert Refusals.of("embedded:///a").path != Refusals.of("embedded:///b").path
