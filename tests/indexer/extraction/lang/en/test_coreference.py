import re

import pytest

from indexer.extraction.lang.en.coreference import (
    APPOSED,
    ARTICLE,
    DOCUMENT,
    LEAD,
    OFFICES_OF_ONE_STATE,
    OFFICIALS_OF_A_TOWN,
    POSSESSIVE,
    SENT,
    SEVERAL,
    SIDES,
    TELLS_MORE,
    TWO_PEOPLE,
    WHO_LEADS,
    WITHIN,
)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (SEVERAL, "the two governments"),
        (SEVERAL, "both of the neighbouring states"),
        (TWO_PEOPLE, "the two foreign ministers"),
        (APPOSED, ", now "),
        (APPOSED, " – "),
        (POSSESSIVE, "Peru’s "),
        (POSSESSIVE, "the Philippines' "),
        (TELLS_MORE, ", 61"),
        (TELLS_MORE, ", a "),
        (WHO_LEADS, ", who has also led "),
        (WHO_LEADS, " who works for "),
        (LEAD, "on Monday, the "),
        (ARTICLE, "The envoy"),
        (DOCUMENT, "a joint statement by Peru"),
        (WITHIN, "staff in the "),
        (SENT, "the Envoy"),
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
        (POSSESSIVE, "Peru "),
        (TELLS_MORE, ", the"),
        (WHO_LEADS, ", who met "),
        (ARTICLE, "theatre "),
        (DOCUMENT, "a statement"),
        (WITHIN, "staff of "),
        (SIDES, "the Polish sidewalk"),
        (OFFICIALS_OF_A_TOWN, "police in the town"),
    ],
)
def test_patterns_find_nothing_else(pattern: re.Pattern[str], words: str) -> None:
    assert not pattern.search(words)


@pytest.mark.parametrize(
    ("office", "codes"),
    [("Senator", ["US"]), ("home secretary", ["GB"]), ("the Pope", ["VA"]), ("Taoiseach", ["IE"]), ("mayor", [])],
)
def test_some_offices_are_of_one_state(office: str, codes: list[str]) -> None:
    assert [code for pattern, code in OFFICES_OF_ONE_STATE if pattern.search(office)] == codes
