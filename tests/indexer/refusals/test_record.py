"""A refusal as it is kept."""

import json
from pathlib import Path

import pytest

from indexer.inputs.input import STANDARD_INPUT_NAME, Origin
from indexer.inputs.result import Refused
from indexer.refusals.record import Record


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("a.txt", str(Path("a.txt").absolute())),
        ("https://a.example/?token=7", "https://a.example/?token=7"),
        (STANDARD_INPUT_NAME, STANDARD_INPUT_NAME),
    ],
)
def test_a_file_is_known_from_everywhere_and_an_address_is_whole(name: str, file: str) -> None:
    record = Record.of(Refused(Origin(name, 7), "is none", content="{}"), {"title": "headline"})
    assert (record.file, record.line, record.columns) == (file, 7, {"title": "headline"})
    assert record.content == ("{}" if name == STANDARD_INPUT_NAME else None)
    assert record.origin == Origin(file, 7)


def test_what_is_only_told_shows_no_secret() -> None:
    origin = Origin("a", member="https://a.example/?token=7")
    record = Record.of(Refused(origin, "leads to https://b.example/?key=7"), {})
    assert (record.member, record.reason) == ("https://a.example/?token=***", "leads to https://b.example/?key=***")


def test_a_line_comes_back_with_names_that_are_no_utf_8() -> None:
    record = Record.of(Refused(Origin("a\udcff\u2028.txt"), "is none"), {})
    line = record.as_json()
    assert line.count(b"\n") == 1
    assert Record(**json.loads(line)) == record
