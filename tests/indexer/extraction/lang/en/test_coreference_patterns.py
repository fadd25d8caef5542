import re

import pytest

from indexer.extraction.lang.en.coreference_patterns import (
    HOME_OFFICES,
    NUMBERS,
    OFFICIALS_OF_A_TOWN,
    SENT_ABROAD,
    SEVERAL,
    SIDES,
    TWO_PEOPLE,
)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (SEVERAL, "the two governments"),
        (SEVERAL, "both of the neighbouring states"),
        (TWO_PEOPLE, "the two foreign ministers"),
        (SENT_ABROAD, "the Envoy"),
        (SIDES, "the Polish side"),
        (OFFICIALS_OF_A_TOWN, "Police in Goma"),
    ],
)
def test_patterns_find_what_they_are_for(pattern: re.Pattern[str], words: str) -> None:
    assert pattern.search(words)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (TWO_PEOPLE, "the two ministers met"),
        (SIDES, "the Polish sidewalk"),
        (OFFICIALS_OF_A_TOWN, "police in the town"),
    ],
)
def test_patterns_find_nothing_else(pattern: re.Pattern[str], words: str) -> None:
    assert not pattern.search(words)


@pytest.mark.parametrize(
    ("office", "codes"),
    [
        ("Senator", ["US"]),
        ("home secretary", ["GB"]),
        ("defence secretary", ["US", "GB"]),
        ("the Pope", ["VA"]),
        ("Taoiseach", ["IE"]),
        ("mayor", []),
    ],
)
def test_some_offices_are_of_one_state(office: str, codes: list[str]) -> None:
    assert [code for code, pattern in HOME_OFFICES.items() if pattern.search(office)] == codes


def test_a_number_is_told_by_its_word() -> None:
    assert (NUMBERS["both"], NUMBERS["two"], NUMBERS["seven"], NUMBERS.get("one")) == (2, 2, 7, None)
