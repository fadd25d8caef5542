from __future__ import annotations

import pytest

from indexer.extraction.attribution.cue_phrase import cue_phrase
from indexer.extraction.attribution.shapes import Content
from indexer.extraction.attribution.surrounding import content_around, content_before
from indexer.extraction.lang.cues import cues
from tests.indexer.extraction.parsed import parsed, token


def texts(text: str, content: Content | None) -> list[str]:
    sentence = parsed(text)
    return [sentence.span(tokens).of(text) for tokens in content.ranges] if content is not None else []


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("The road was closed, Ilk said.", ["The road was closed"]),
        ("In the old town, Ilk said.", []),
        ("The road was closed when Ilk said so.", []),
        ("At a meeting on Monday, while it rained, Ilk said.", []),
        ("While it rained, the road was closed, Ilk said.", ["While it rained, the road was closed"]),
    ],
)
def test_a_clause_before_a_cue_is_its_content(text: str, before: list[str]) -> None:
    verb = token(parsed(text), "said")
    assert texts(text, content_before(verb, cue_phrase(verb, verb), cues()["said"][0])) == before


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("The road, Ilk said, was closed.", ["The road", "was closed"]),
        ("It was closed, Ilk said, as others left.", []),
        ("Vorn, Ilk said.", []),
    ],
)
def test_so_is_what_a_cue_between_commas_interrupts(text: str, around: list[str]) -> None:
    verb = token(parsed(text), "said")
    assert texts(text, content_around(verb, cue_phrase(verb, verb), cues()["said"][0])) == around
