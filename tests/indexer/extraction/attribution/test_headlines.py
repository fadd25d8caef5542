from __future__ import annotations

import pytest

from indexer.extraction.attribution.finder import RuleFinder
from indexer.extraction.model.attribution import Rule
from tests.indexer.extraction.documents import document


def headlines(text: str) -> list[tuple[str, str]]:
    read = document(text)
    (found,) = RuleFinder().find([read])
    return [
        (each.spans[0].of(read.text), each.mention.of(read.text))
        for each in found
        if each.rule is Rule.HEADLINE and each.mention is not None
    ]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Truce in the hills is holding: Vorel", [("Truce in the hills is holding", "Vorel")]),
        ("Truce in the hills is holding - Vorel", [("Truce in the hills is holding", "Vorel")]),
        ("Vorel: truce in the hills is holding", [("truce in the hills is holding", "Vorel")]),
        ("Analysis: truce in the hills is holding", []),
        ("Vorel says: truce in the hills is holding", []),
        ("Vorel: yes", []),
        ("Vorel: the truce is holding.", []),
    ],
)
def test_a_label_names_who_says_the_headline(headline: str, expected: list[tuple[str, str]]) -> None:
    assert headlines(f"{headline}\n\nMinister Ana Vorel said on Monday that it rained.") == expected


def test_a_label_that_nobody_bears_further_on_names_no_speaker() -> None:
    assert headlines("Vorel: truce in the hills is holding\n\nThe road was closed.") == []
