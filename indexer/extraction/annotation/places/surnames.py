"""Names of places that somebody in an article has for a surname: "Nadia Jordan"."""

from __future__ import annotations

import re

from indexer.extraction.annotation.places.gazetteer import fold, names_by_first_word
from indexer.extraction.lang.en.name_patterns import OPENERS
from indexer.extraction.lang.word_lists import word_list

PLACES_THAT_ARE_NAMES = word_list("places-that-are-names")
TITLES = word_list("titles")
NO_FIRST_NAMES = word_list("no-first-names")


def is_a_surname(text: str, word: str) -> bool:
    """Whether somebody in the text has `word` as a surname: "Nadia Jordan", "Ms Jordan"."""
    for match in re.finditer(rf"\b([A-Z][\w’'-]+)\.? {word}\b(?! [A-Z])", text):
        before = match[1]
        if before in TITLES or not (
            before in OPENERS or before in NO_FIRST_NAMES or before.isupper() or fold(before) in names_by_first_word()
        ):
            return True
    return False
