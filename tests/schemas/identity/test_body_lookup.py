"""Bodies by name."""

from __future__ import annotations

import pytest

from schemas.identity.body_lookup import is_body, known_body


@pytest.mark.parametrize("text", ["UN", "U.N.", "united nations", "the United Nations"])
def test_an_organisation_of_states_is_meant_whoever_says_so(text: str) -> None:
    assert known_body(text) == "body:united-nations"


@pytest.mark.parametrize(
    "text", ["the ministry", "Foreign Ministry", "Turkish Foreign Ministry", "Falk & Sons", "", "!"]
)
def test_any_other_body_may_be_one_of_several(text: str) -> None:
    assert known_body(text) is None


@pytest.mark.parametrize(("text", "body"), [("EU", True), ("NATO", True), ("Armenia", False), ("nobody", False)])
def test_a_body_that_is_no_country(text: str, body: bool) -> None:
    assert is_body(text) is body
