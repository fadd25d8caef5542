import re

import pytest

from indexer.extraction.lang.en.apposition_patterns import (
    APPOSED,
    ARTICLE,
    DOCUMENT,
    LEAD,
    POSSESSIVE,
    TELLS_MORE,
    WHO_LEADS,
    WITHIN,
)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
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
    ],
)
def test_patterns_find_what_they_are_for(pattern: re.Pattern[str], words: str) -> None:
    assert pattern.search(words)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (POSSESSIVE, "Peru "),
        (TELLS_MORE, ", the"),
        (WHO_LEADS, ", who met "),
        (ARTICLE, "theatre "),
        (DOCUMENT, "a statement"),
        (WITHIN, "staff of "),
    ],
)
def test_patterns_find_nothing_else(pattern: re.Pattern[str], words: str) -> None:
    assert not pattern.search(words)
