"""How an article is laid out: headlines, and datelines, which are no part of what anybody said.

A dateline is towns, perhaps a day and an agency, and a dash: "BAKU, July 18 (Newswire) - ". Towns that nobody knows are
told by their capitals; behind one that is known to be a town its rest is enough. An outlet or a reporter may stand
before it ("Wire, Riga - ", "Ana Silva, Riga"), and a colon behind it ("RIGA: "). A web address may stand for all of it.
"""

from __future__ import annotations

import re

from indexer.extraction.lang.en.towns import towns
from schemas.statement import Span

HEADLINE = 300  # characters: a headline that is part of the text ends within them
LONGEST = 120  # characters of a dateline
OPENING = HEADLINE + LONGEST  # characters in which the article's own dateline ends

_TOWNS = r"(?:[A-Z][A-Z.’'/-]+(?:,?\s|(?=[—–][A-Z]))){1,5}"
_DAY = r"(?:[A-Z]\w+\.?,?\s|\d{1,4},?\s){0,4}"
_AGENCY = r"(?:\([^()\n]{1,40}\)\s?)?"
_DASH = r"(?:[—–-]{1,2}\s|[—–](?=[A-Z]))"
DATELINE = re.compile(rf"{_TOWNS}{_DAY}{_AGENCY}(?:{_DASH}|:\s)\s*")
_SITE = r"(?:www\.)?[\w-]{2,}(?:\.[\w-]{2,})*"
ADDRESS = re.compile(
    rf"{_SITE}\.(?:com|net|org|info|news|online|[a-z]{{2}}|COM|NET|ORG|INFO|(?:COM?|NET|ORG?)\.[A-Z]{{2}})"
)
ADDRESS_LINE = re.compile(rf"{ADDRESS.pattern}(?:, [A-Z][\w.’'/-]+){{0,3}}\s?{_DAY}{_AGENCY}\s?{_DASH}\s*")
KNOWN_TOWN = re.compile(rf"(?P<town>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,2}})(?: {_AGENCY}[—–] |: )(?=[A-Z“\"])")
BEHIND_TOWN = re.compile(rf"(?:/[A-Z][A-Z /]+)?,?\s?{_DAY}{_AGENCY}{_DASH}|, {_DAY}\d{{1,4}}\s*$", re.MULTILINE)
BEHIND_TOWN_IN_CAPITALS = re.compile(rf",?\s?{_DAY}(?:{_AGENCY}:\s|\([^()\n]{{1,40}}\)\s)")
SENTENCE_BEHIND = re.compile(r": [A-Z][^\n]{80,}[.!?]”?$", re.MULTILINE)  # "Riga: Talks": who says so, in a headline
_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}"
BEFORE_TOWN = re.compile(rf"{_NAME}, |[A-Z]\w+/")
BYLINE = re.compile(rf"{_NAME}, |By {_NAME},? (?:in )?")
BEFORE_COUNTRY = re.compile(rf"{_NAME}, (?:[Tt]he )?")
LINE_END = re.compile(r"\s*$", re.MULTILINE)


def without_dateline(text: str, paragraph: Span) -> Span:
    """What follows a dateline; the paragraph itself where there is none, or nothing else."""
    end = min(paragraph.end, paragraph.start + LONGEST)
    dateline = _address_line(text, paragraph, end) or DATELINE.match(text, paragraph.start, end)
    dateline = dateline or _known_town(text, paragraph, end)
    return Span(dateline.end(), paragraph.end) if dateline and dateline.end() < paragraph.end else paragraph


def _address_line(text: str, paragraph: Span, end: int) -> re.Match[str] | None:
    """ "Example.com, Riga - " opens an article."""
    return ADDRESS_LINE.match(text, paragraph.start, end) if paragraph.start < HEADLINE else None


def _known_town(text: str, paragraph: Span, end: int) -> re.Match[str] | None:
    """ "Lagos — The bank said", and "Dhaka: The bank said" before a whole sentence; no label of an interview."""
    found = KNOWN_TOWN.match(text, paragraph.start, end) if paragraph.start < HEADLINE else None
    if found is None or found["town"].lower() not in towns():
        return None
    is_dateline = text[found.end("town")] != ":" or SENTENCE_BEHIND.match(text, found.end("town")) is not None
    return found if is_dateline and f"\n{found['town']}:" not in text else None


def in_dateline(text: str, town: Span) -> bool:
    """Whether the town opens a line, or stands behind an outlet or a reporter, and the rest of a dateline follows."""
    if town.start == 0 or text[town.start - 1] in "\n/":
        if town.start < HEADLINE and town.of(text).isupper() and LINE_END.match(text, town.end) is not None:
            return True
        return _ends_a_dateline(text, town) or SENTENCE_BEHIND.match(text, town.end) is not None
    before = _line_before(text, town.start)
    if BYLINE.fullmatch(before) is not None and LINE_END.match(text, town.end) is not None:
        return True
    return BEFORE_TOWN.fullmatch(before) is not None and _ends_a_dateline(text, town)


def behind_town_of_dateline(text: str, country: Span) -> bool:
    """Whether it is the country of a town that need not be known: "RENK, South Sudan (Wire) - "."""
    before = _line_before(text, country.start)
    return BEFORE_COUNTRY.fullmatch(before) is not None and _ends_a_dateline(text, country)


def _line_before(text: str, position: int) -> str:
    """What its line has before it, if no more than a dateline may have."""
    start = text.rfind("\n", max(0, position - LONGEST), position) + 1
    return text[start:position] if position - start < LONGEST else ""


def _ends_a_dateline(text: str, town: Span) -> bool:
    if BEHIND_TOWN.match(text, town.end, town.end + LONGEST) is not None:
        return True
    behind = BEHIND_TOWN_IN_CAPITALS.match(text, town.end, town.end + LONGEST)
    return behind is not None and town.of(text).isupper()
