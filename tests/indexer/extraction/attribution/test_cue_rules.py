from __future__ import annotations

import pytest

from indexer.extraction.attribution.cue_rules import find_reports
from tests.indexer.extraction.parsed import parsed


def reports(text: str) -> list[str]:
    return [f"{report.lemma}: {report.content.rule}" for report in find_reports(parsed(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“It rains,” Ilk said.", ["say: quote beside its cue"]),
        ("“It rains,” Ilk said, adding: “It pours.”", ["say: quote beside its cue", "add: quote beside its cue"]),
        ("Ilk called on them to go.", ["call on: cue with preposition"]),
        ("The road was closed, Ilk said.", ["say: cue at the end"]),
        ("The road, Ilk said, was closed.", ["say: cue in the middle"]),
        ("It rained in the hills, according to Ilk.", ["according to: according to"]),
        ("The claim that it rained is old.", ["claim: noun with that"]),
        ("Ilk said that the road, which was old, “leads nowhere at all, and never did.”", ["say: clause"]),
        ("The board answered with a motion to dismiss the claim.", []),
    ],
)
def test_each_cue_with_its_rule(text: str, found: list[str]) -> None:
    assert reports(text) == found


def test_a_rule_that_needs_a_source_finds_nothing_without_one() -> None:
    assert reports("A show called “Brokers,” written by a troupe, opened.") == []


def test_cues_in_quotes_are_not_read() -> None:
    assert reports("“Ilk said it rained. Vorn denied it,” she wrote.") == ["write: quote beside its cue"]
