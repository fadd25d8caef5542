"""Quotes that no mark ends: where the attribution of their own sentence does ("“It rains, the mission stated.")."""

from __future__ import annotations

import re

from indexer.extraction.lang.en.quoting import ATTRIBUTION
from schemas.statement import Span

SENTENCE_BEFORE = re.compile(r"[.!?,:]”?\s*$")
NEXT_SENTENCE = re.compile(r"[.!?]\s+\S")


def end_by_attribution(text: str, paragraph: Span, opening: Span, end: int, may_go_on: bool) -> int | None:
    """Where the words end that the mark at `opening` begins and no mark ends before `end`; None where nothing tells.

    Where the next paragraph may go on with the quote, only an attribution that names somebody and ends the paragraph
    tells: what a speaker recalls of others reads alike.
    """
    opens_sentence = opening.start == paragraph.start or SENTENCE_BEFORE.search(
        text, max(paragraph.start, opening.start - 4), opening.start
    )
    if not opens_sentence or not text[opening.end : opening.end + 1].isupper():
        return None
    found = ATTRIBUTION.search(text, opening.end, end)
    if found is None:
        return None
    if may_go_on and (found["pronoun"] or NEXT_SENTENCE.search(text, found.end(), end)):
        return None
    return found.end()
