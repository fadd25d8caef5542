"""Outlets whose names people bear too: who of them is somebody in an article."""

from __future__ import annotations

import re

from indexer.extraction.lang.patterns import any_of
from indexer.extraction.lang.word_lists import word_list

CALLED_LIKE_PEOPLE = word_list("outlets-called-like-people")
_CAPITALIZED = any_of(word.capitalize() for word in CALLED_LIKE_PEOPLE)
_NO_SURNAME = any_of(word_list("behind-an-outlet"))
NAMED_IN_FULL = re.compile(
    rf"(?<![\w-])(?P<name>{_CAPITALIZED}) (?!{_NO_SURNAME}\b)(?:(?:al|el|bin|bint|de|van)[ -])?[A-Z][a-z]"
)


def people_called_like_outlets(text: str) -> frozenset[str]:
    """The given names, in lower case, of people whom the text names in full: "petra" of "Petra Ilk"."""
    return frozenset(found["name"].lower() for found in NAMED_IN_FULL.finditer(text))
