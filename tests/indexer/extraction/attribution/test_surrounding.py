from __future__ import annotations

import pytest

from indexer.extraction.attribution.cue_phrase import cue_phrase
from indexer.extraction.attribution.shapes import Content
from indexer.extraction.attribution.surrounding import (
    beginning_before,
    content_around,
    content_before,
    content_beside_as,
)
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
        ("People like you, he said.", ["People like you"]),
        ("Ilk, by contrast, said.", []),
        ("The road was closed when Ilk said so.", []),
        ("At a meeting on Monday, while it rained, Ilk said.", []),
        ("While it rained, the road was closed, Ilk said.", ["While it rained, the road was closed"]),
    ],
)
def test_a_clause_before_a_cue_is_its_content(text: str, before: list[str]) -> None:
    verb = token(parsed(text), "said")
    assert texts(text, content_before(verb, cue_phrase(verb, verb), cues()["said"][0])) == before


def test_a_clause_before_whoever_quotes_the_speaker_is_content() -> None:
    text = "The road was closed, Reuters quoted Ilk as saying."
    verb = token(parsed(text), "saying")
    assert texts(text, content_before(verb, cue_phrase(verb, verb), cues()["saying"][0])) == ["The road was closed"]


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("The road, Ilk said, was closed.", ["The road", "was closed"]),
        ("It was closed, Ilk said, as others left.", []),
        ("Vorn, Ilk said.", []),
        ("It was closed, Ilk said, the agency reported on Monday.", ["It was closed"]),
        ("The road, Ilk said, is what she wrote.", ["The road", "is what she wrote"]),
    ],
)
def test_so_is_what_a_cue_between_commas_interrupts(text: str, around: list[str]) -> None:
    verb = token(parsed(text), "said")
    assert texts(text, content_around(verb, cue_phrase(verb, verb), cues()["said"][0])) == around


@pytest.mark.parametrize(
    ("text", "verb", "beside"),
    [
        ("It failed, as Ilk noted.", "noted", ["It failed"]),
        ("As Ilk noted on Friday, the road is closed.", "noted", ["the road is closed"]),
        ("But as the paper reported, the road is closed.", "reported", ["the road is closed"]),
        ("As reported by the Post, the road is closed.", "reported", ["the road is closed"]),
        ("As she told reporters, the crowd left.", "told", []),
        ("As Ilk noted the fall, the road was closed.", "noted", []),
    ],
)
def test_so_is_what_stands_beside_as_they_say(text: str, verb: str, beside: list[str]) -> None:
    assert texts(text, content_beside_as(token(parsed(text), verb))) == beside


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("If it rains, she said, “This.”", ["If it rains"]),
        ("A dry year, Ilk said, “This.”", ["A dry year"]),
        ("But, she said, “This.”", []),
        ("But if it rains, she said, “This.”", ["But if it rains"]),
        ("In the old town, she said, “This.”", []),
        ("Visiting the town, she said, “This.”", []),
        ("After it rained, she said, “This.”", []),
        ("On Monday she said, “This.”", []),
        ("Ilk said it rained, she said, “This.”", []),
    ],
)
def test_what_begins_the_sentence_of_a_quote_behind_the_cue(text: str, before: list[str]) -> None:
    verb = [each for each in parsed(text).doc if each.lower_ == "said"][-1]
    assert texts(text, beginning_before(verb, cue_phrase(verb, verb))) == before
