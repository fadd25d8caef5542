from __future__ import annotations

import pytest

from indexer.extraction.attribution.additions import begins_addition, tells_of_the_speaker
from tests.indexer.extraction.parsed import parsed, token


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ilk said it rained, which surprised nobody.", True),
        ("Ilk said it rained, which would harm the crops.", False),
        ("Ilk said it rained, but she gave no reason.", True),
        ("Ilk said it rained, but it would stop.", False),
        ("Ilk said it rained, and on Friday the council voted.", True),
        ("Ilk said it rained, without giving a reason.", True),
        ("Ilk said it rained, according to Vorn.", True),
        ("Ilk said it rained, a rare thing.", False),
    ],
)
def test_a_comma_begins_what_the_journalist_adds(text: str, expected: bool) -> None:
    doc = parsed(text).doc
    comma = next(each for each in doc if each.text == ",")
    assert begins_addition(comma, 2, len(doc) - 1, of_object=False) is expected


def test_a_relative_clause_tells_which_thing_is_meant() -> None:
    doc = parsed("Ilk praised the crew, who had called for help.").doc
    comma = next(each for each in doc if each.text == ",")
    assert not begins_addition(comma, 2, len(doc) - 1, of_object=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Ilk said it was late as she left the hall.", True), ("Ilk said it was late as the bus had left.", False)],
)
def test_a_clause_tells_of_the_speaker(text: str, expected: bool) -> None:
    assert tells_of_the_speaker(token(parsed(text), "as"), 2) is expected
