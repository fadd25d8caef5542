"""How an article is laid out: what stands before the words of a paragraph."""

from __future__ import annotations

import re

from schemas.statement import Span

# "BAKU, July 18 (Newswire) - ", which is no part of what anybody said.
DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’'-]+,?\s){1,5}(?:[A-Z]\w+\.?,?\s|\d{1,2}\s){0,4}(?:\([^()\n]{2,30}\)\s?)?(?:[—–-]{1,2}|:)\s+"
)
LONGEST_DATELINE = 120  # characters
HEADLINE = 300  # characters: a headline that is part of the text ends within them


def without_dateline(text: str, paragraph: Span) -> Span:
    """What follows a dateline; the paragraph itself where there is none, or nothing else."""
    dateline = DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + LONGEST_DATELINE))
    return Span(dateline.end(), paragraph.end) if dateline and dateline.end() < paragraph.end else paragraph
