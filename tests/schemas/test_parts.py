from dataclasses import replace

import pytest

from schemas.parts import joined, places_of_parts
from tests.contract.corpus import Said, split

((STATEMENT,), *_) = (split(Said("One.")).extraction.statements,)


@pytest.mark.parametrize(
    ("parts", "interrupted", "text"),
    [
        ([], [], ""),
        (["One."], [], "One."),
        (["One,", "two."], [True], "One, … two."),
        (["One.", "Two."], [False], "One. Two."),
        (["One,", "two.", "Three", "four."], [True, False, True], "One, … two. Three … four."),
        (["One", "… two", "…"], [False, True], "One … two … …"),
        (["One", "… two"], [True], "One … … two"),
    ],
)
def test_parts_are_joined_and_found_again(parts: list[str], interrupted: list[bool], text: str) -> None:
    assert joined(parts, interrupted) == text
    if parts:
        places = places_of_parts(replace(STATEMENT, text=text, parts=tuple(parts)))
        assert [place.of(text) for place in places] == parts


def test_where_no_parts_are_told_all_of_it_is_one() -> None:
    assert list(places_of_parts(replace(STATEMENT, text="One, two.", parts=()))) == [(0, 9)]
