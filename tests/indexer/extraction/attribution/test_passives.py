from __future__ import annotations

import pytest

from indexer.extraction.attribution.passives import content_of_passive, is_passive
from indexer.extraction.lang.cues import cues
from tests.indexer.extraction.parsed import parsed, token


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The plan was welcomed by Ilk.", "welcomed", "The plan"),
        ("The plan was described by Ilk as a farce.", "described", "a farce"),
        ("The plan was welcomed.", "welcomed", None),
        ("The dam was mentioned by Ilk.", "mentioned", None),
    ],
)
def test_what_is_said_in_the_passive(text: str, verb: str, expected: str | None) -> None:
    sentence = parsed(text)
    content = content_of_passive(token(sentence, verb), cues()[verb][0])
    assert (content and sentence.span(content.ranges[0]).of(text)) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("It was said that it rained.", "said", True),
        ("Ilk said it rained.", "said", False),
        ("Ilk asked whether it rained.", "asked", False),
        ("Asked whether it rained, Ilk nodded.", "Asked", True),
        ("Vera Ilk, asked if she would go, nodded.", "asked", True),
        ("Oslo, which has no dam, asked to be told.", "asked", False),
    ],
)
def test_a_passive_has_its_auxiliary_and_who_is_asked_does_not_ask(text: str, verb: str, expected: bool) -> None:
    assert is_passive(token(parsed(text), verb)) is expected
