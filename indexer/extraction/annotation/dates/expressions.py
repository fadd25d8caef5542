"""Dates in a text ("on Monday", "July 15", "a day later"), resolved against the day of publication.

Nothing is made up: without a day of publication a weekday stays unknown, "earlier this month" is a month, and a date
that only bounds something ("until Friday", "since June") or lies ahead is marked as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from indexer.extraction.annotation.dates.normalisation import resolve
from indexer.extraction.lang.en.date_patterns import (
    AHEAD,
    ASIDE,
    ASIDE_AT_ONCE,
    CAPTION_LABEL,
    CAPTION_VERB,
    CREDIT,
    DATE_LABEL,
    EARLIER_EVENT,
    EVENT,
    EXPRESSION,
    OWN_DAY,
    PAST_TENSE,
    SAID,
    TRIGGER,
)
from indexer.extraction.model.annotation import DateExpression
from schemas.dates.partial_dates import PartialDate
from schemas.statement import Span

LINE = 1000  # characters of a line before a date in which its quotation may have been opened
REACH = 60  # characters before a date that tell how it is meant
AROUND = 30  # characters around such a word as TRIGGER finds that its date may take up


def find_dates(text: str, published_on: PartialDate | None) -> tuple[DateExpression, ...]:
    """Every date in the order of the text; one relative to another ("a day later") counts from the last before it."""
    found: list[DateExpression] = []
    reference: date | None = None
    for match in _expressions(text):
        on = resolve(match, text, published_on, reference)
        aside = _is_aside(match, text)
        found.append(DateExpression(Span(*match.span()), on, aside))
        if on is not None and on.day is not None and not aside and not _is_quoted(text, match.start()):
            earlier = EARLIER_EVENT.search(text, max(0, match.start() - REACH), match.start())
            reference = reference if earlier else on.first_day
    return tuple(found)


def _expressions(text: str) -> Iterator[re.Match[str]]:
    """What EXPRESSION finds; it is tried only around the words that every date has, for it is slow."""
    position = 0
    for trigger in TRIGGER.finditer(text):
        if trigger.start() < position:
            continue
        start = max(position, trigger.start() - AROUND)
        while match := EXPRESSION.search(text, start, trigger.end() + AROUND):
            yield match
            position = start = match.end()
            if start >= trigger.end():
                break


def _is_quoted(text: str, position: int) -> bool:
    """Whether a quotation that the line opened before is not closed: its days are not those of the story."""
    line = text[max(0, text.rfind("\n", max(0, position - LINE), position), position - LINE) : position]
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1


def _is_aside(match: re.Match[str], text: str) -> bool:
    if ASIDE_AT_ONCE.match(match.group()):
        return True
    before = text[max(0, match.start() - REACH) : match.start()]
    if DATE_LABEL.search(before):
        return True
    if ASIDE.search(before + (match["before_month"] or "")) or _is_of_event(before) or _is_of_caption(match, text):
        return True
    ahead = AHEAD.search(before)
    return ahead is not None and not SAID.search(ahead.group())


def _is_of_event(before: str) -> bool:
    """Whether it is the day of something that happened, and not of a meeting or a text."""
    event = EVENT.search(before)
    return event is not None and OWN_DAY.isdisjoint((event[1] or event[2]).lower().split())


def _is_of_caption(match: re.Match[str], text: str) -> bool:
    """Whether it stands under a photo: beside a label or a credit, or with its year behind the present tense."""
    line = text.rfind("\n", max(0, match.start() - LINE), match.start()) + 1
    end = text.find("\n", match.end(), match.end() + REACH)
    if CAPTION_LABEL.match(text, line) or CREDIT.search(text, match.end(), end if end >= 0 else match.end() + REACH):
        return True
    before = text[max(line, text.rfind(". ", line, match.start()) + 1) : match.start()]
    return (
        bool(match["year"] or match["us_year"])
        and CAPTION_VERB.search(before) is not None
        and PAST_TENSE.search(before) is None
    )
