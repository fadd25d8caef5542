"""What is named within the words for a speaker and does not speak: "staff in Renk", "Governor Silva of Ohio"."""

from __future__ import annotations

from indexer.extraction.lang.en.apposition_patterns import OF, WITHIN
from schemas.statement import Span

REACH = 60  # characters before a name that tell whether it is an aside


def is_behind_of(position: int, words: Span, text: str) -> bool:
    return OF.search(text, max(words.start, position - REACH), position) is not None


def is_behind_a_preposition(position: int, words: Span, text: str) -> bool:
    return WITHIN.search(text, max(words.start, position - REACH), position) is not None
