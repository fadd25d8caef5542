"""Options that several commands share."""

from pathlib import Path

import click
import pytest

from indexer.commands.console.options import ColumnMapping, Place, each_once, refusal_line, tell_passed_over
from indexer.inputs.input import Link, Origin
from indexer.inputs.result import Refused
from indexer.readers.files import Found


def test_a_place_is_a_path_that_exists_standard_input_or_an_address(tmp_path: Path) -> None:
    place = Place()
    assert place.convert(str(tmp_path), None, None) == tmp_path
    assert place.convert("-", None, None) == Path("-")
    assert place.convert("https://a.example/", None, None) == Link(Origin("https://a.example/"), "https://a.example/")


@pytest.mark.parametrize("told", ["no/such/file", "gopher://a.example/", "https://user:secret@a.example/"])
def test_what_is_none_is_refused_without_a_secret(told: str) -> None:
    with pytest.raises(click.BadParameter) as error:
        Place().convert(told, None, None)
    assert "secret" not in error.value.message


def test_a_field_can_have_one_column() -> None:
    assert each_once([("title", "a"), ("text", "b"), ("title", "a")]) == {"title": "a", "text": "b"}
    with pytest.raises(click.BadParameter, match="title is to be 'a' and 'b'"):
        each_once([("title", "a"), ("title", "b")])


def test_what_is_no_mapping_is_a_fault_of_the_command_line() -> None:
    assert ColumnMapping().convert("title=a", None, None) == ("title", "a")
    with pytest.raises(click.BadParameter, match="is not FIELD=NAME"):
        ColumnMapping().convert("title", None, None)


def test_a_refusal_is_a_line_without_secrets() -> None:
    refused = Refused(Origin("a.txt", 7), "leads to https://a.example/?token=7")
    assert refusal_line(refused) == "a.txt:7: refused: leads to https://a.example/?token=***"


def test_the_first_three_are_named_or_all_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    found = Found(other=[Path(name) for name in "abcd"], outside=[Path("e")])
    tell_passed_over(found, all_of_them=False)
    assert capsys.readouterr().err.splitlines() == [
        "passed over, for no reader knows its kind: a, b, c and 1 more",
        "passed over, for it lies outside the folder: e",
    ]
    tell_passed_over(found, all_of_them=True)
    assert len(capsys.readouterr().err.splitlines()) == 5
