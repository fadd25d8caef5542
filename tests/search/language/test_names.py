"""What a name asks for."""

from __future__ import annotations

import pytest

from schemas.fields import FILTERS
from search.language import Named, any_of, named

BODY, SPEAKER = FILTERS["organisation"], FILTERS["speaker"]


@pytest.mark.parametrize("text", ["UN", "U.N.", "the United Nations", "body:united-nations"])
def test_a_body_that_its_name_tells_is_asked_for_by_id_alone(text: str) -> None:
    assert named(BODY, text) == Named("organisation", (), ("body:united-nations",))


def test_other_bodies_are_asked_for_by_words_and_by_the_id_that_they_give() -> None:
    assert named(BODY, "the ministry") == Named("organisation", (("the", "ministry"),))
    asked = named(BODY, "Turkish Foreign Ministry")
    assert asked == Named(
        "organisation", (("turkish", "foreign", "ministry"),), ("body:TR:ministry-of-foreign-affairs",)
    )


def test_a_speaker_is_asked_for_by_words() -> None:
    assert named(SPEAKER, "UN") == Named("speaker", (("un",),))
    assert named(SPEAKER, "!") is named(BODY, "!") is None


def test_any_of_several() -> None:
    asked = [Named("organisation", (("a",),), ("x",)), Named("organisation", (), ("y", "x"))]
    assert any_of(BODY, asked) == Named("organisation", (("a",),), ("x", "y"))
