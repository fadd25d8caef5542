from __future__ import annotations

import pytest

from schemas.statement import Span
from tests.indexer.extraction.documents import document


def folded(text: str) -> list[str]:
    return [sentence.text for sentence in document(text).folded]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("“It rains. It pours,” she said.", ['"This," she said.']),
        ("She said: “Why?” He left.", ['She said: "This?"', "He left."]),
        ("The plan was “a farce”.", ["The plan was “a farce”."]),
        ("“It rains,” she said. “It pours.”", ['"This," she said.', '"This."']),
        ("She said it\nrained.", ["She said it rained."]),
        ("“It rains on all of us", ['"This"']),
        ("He met “the ship of " + "very " * 30 + "old men”.", ['He met "This".']),
    ],
)
def test_sentences_of_somebody_are_folded_and_words_stay(text: str, sentences: list[str]) -> None:
    assert folded(text) == sentences


def test_offsets_lead_back_to_the_article() -> None:
    text = "OSLO (Wire) - “It rains. It pours,” the\nmayor  said. “No.”"
    first, second = document(text).folded
    assert first.text == '"This," the mayor  said.'
    assert first.origin(8, 17).of(text) == "the\nmayor"
    assert first.origin(2, 3).of(text) == "“It rains. It pours,”"
    assert first.origin(2, 11) == Span(text.index("“"), text.index("the") + 3)
    assert second.origin(0, len(second.text)).of(text) == "“No.”"
