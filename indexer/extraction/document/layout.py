"""How an article is laid out: headlines, and datelines, which are no part of what anybody said.

A dateline is towns, perhaps a day and an agency, and a dash: "BAKU, July 18 (Newswire) - ". Towns that nobody knows are
told by their capitals; behind one that is known to be a town its rest is enough.
"""

from __future__ import annotations

import re

from schemas.statement import Span

HEADLINE = 300  # characters: a headline that is part of the text ends within them
LONGEST = 120  # characters of a dateline
OPENING = HEADLINE + LONGEST  # characters in which the article's own dateline ends

_TOWNS = r"(?:[A-Z][A-Z.’'/-]+,?\s){1,5}"
_DAY = r"(?:[A-Z]\w+\.?,?\s|\d{1,4},?\s){0,4}"
_AGENCY = r"(?:\([^()\n]{1,40}\)\s?)?"
_DASH = r"[—–-]{1,2}\s"
DATELINE = re.compile(rf"{_TOWNS}{_DAY}{_AGENCY}(?:{_DASH}|:\s)\s*")
BEHIND_TOWN = re.compile(rf"(?:/[A-Z][A-Z /]+)?,?\s?{_DAY}{_AGENCY}{_DASH}|, {_DAY}\d{{1,4}}\s*$", re.MULTILINE)


def without_dateline(text: str, paragraph: Span) -> Span:
    """What follows a dateline; the paragraph itself where there is none, or nothing else."""
    dateline = DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + LONGEST))
    return Span(dateline.end(), paragraph.end) if dateline and dateline.end() < paragraph.end else paragraph


def in_dateline(text: str, town: Span) -> bool:
    """Whether the town opens a line and the rest of a dateline follows it."""
    opens = town.start == 0 or text[town.start - 1] in "\n/"
    return opens and BEHIND_TOWN.match(text, town.end, town.end + LONGEST) is not None
