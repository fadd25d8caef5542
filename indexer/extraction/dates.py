"""Dates in a text ("on Monday", "July 15", "a day later"), resolved against the day of publication.

Nothing is made up: without a day of publication a weekday stays unknown, "earlier this month" is a month, and a date
that only bounds something ("until Friday", "since June") is marked as such.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from schemas.dates import PartialDate
from schemas.statement import Span

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = tuple(calendar.month_name)[1:]
MONTH_NUMBERS = {name.lower()[:3]: number for number, name in enumerate(MONTHS, 1)}
COUNTS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "ten": 10,
    "several": 0,
}

MONTH = rf"(?:{'|'.join(MONTHS)}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
COUNT = rf"(?:{'|'.join(COUNTS)}|\d{{1,3}})"
EXPRESSION = re.compile(
    rf"""\b(?:
    (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
    |(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\ (?:of\ )?(?P<month>{MONTH})(?:,?\ (?P<year>\d{{4}}))?
    |(?P<month2>{MONTH})\ (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\ (?P<year2>(?:19|20)\d{{2}}))?
    |(?P<month3>{MONTH})(?:\ (?P<year3>(?:19|20)\d{{2}}))
    |(?P<bare>(?:[Ii]n|[Ll]ast|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Tt]his|[Nn]ext|[Bb]efore|[Aa]fter|[Ll]ate|[Ee]arly|mid)[\ -](?:late\ |early\ |mid-)?)(?P<month4>{'|'.join(MONTHS)})\b
    |(?P<weekday>{'|'.join(WEEKDAYS)})\b
    |(?P<yesterday>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]his\ (?:morning|afternoon|evening)|[Ll]ast\ night|[Tt]omorrow)\b
    |(?P<this>[Tt]his|[Ll]ast|[Nn]ext)\ (?P<unit>month|year)\b
    |(?P<ago>{COUNT})\ (?P<unit2>day|week|month|year)s?\ ago\b
    |(?P<shift>{COUNT}|[Tt]he)\ (?P<unit3>day|week)s?\ (?P<way>earlier|later|before|after)\b
    |[Tt]he\ (?P<next>previous|next|following)\ day\b
    |(?P<same>(?:[Tt]he\ same|[Tt]hat)\ (?:day|morning|afternoon|evening|night))\b
    |(?P<later>[Ee]arlier\ in\ the\ (?:day|morning|afternoon|evening)|[Ll]ater\ in\ the\ (?:day|evening)|[Ee]arlier\ that\ day)\b
    |(?P<eve>[Oo]n\ the\ eve\ of)\b
    |in\ (?P<only>(?:19|20)\d{{2}})\b
    )""",
    re.VERBOSE,
)  # fmt: skip
# What only bounds an event, or lies ahead.
ASIDE = re.compile(
    r"\b(?:since|until|till|by|from|before|after|next|through|for|than|to|due on|expected on|planned for|starting|ahead of)"
    r"(?: (?:late|early|the morning of|at least))? \Z",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\b(?:will|shall|would|is to|are to|is due|is set|to)\b(?![^.;“”\"]*\b(?:said|told|that)\b)[^.;“”\",]*\Z"
)
LAST = re.compile(r"\b[Ll]ast (?:\w+ )?\Z")
DATELINE_REACH = 3  # a dateline's day stands for the day of publication if it is at most that many days earlier


@dataclass(frozen=True, slots=True)
class DateMention:
    """`on` is None where the text does not let it be resolved. `aside` dates tell no day on which something was said."""

    span: Span
    on: PartialDate | None
    aside: bool


@dataclass(frozen=True, slots=True)
class Day:
    """The day of publication, as far as known."""

    published: PartialDate | None

    @property
    def exact(self) -> date | None:
        return self.published.first_day if self.published is not None and self.published.day is not None else None


def find_dates(text: str, published_on: PartialDate | None) -> list[DateMention]:
    """Every date in the order of the text. One relative to another ("a day later") counts from the last one before it."""
    found: list[DateMention] = []
    reference: date | None = None
    today = Day(published_on)
    for match in EXPRESSION.finditer(text):
        on = _resolve(match, text, today, reference)
        before = text[max(0, match.start() - 60) : match.start()]
        head = match.group("bare") or ""
        aside = (
            bool(ASIDE.search(before + head))
            or bool(AHEAD.search(before))
            or bool(re.match("tomorrow|next", match.group(), re.IGNORECASE))
        )
        if match.group("way") in ("before", "after") and match.group("shift"):
            aside = aside and False
        found.append(DateMention(Span(*match.span()), on, aside))
        if on is not None and on.day is not None and not aside:
            reference = on.first_day
    return found


def _resolve(match: re.Match[str], text: str, today: Day, reference: date | None) -> PartialDate | None:
    kind = match.lastgroup or ""
    group = match.groupdict()
    try:
        if group["iso"]:
            return PartialDate.parse(group["iso"])
        for n in ("", "2"):
            if group[f"day{n}"]:
                return _day_of_month(int(group[f"day{n}"]), group[f"month{n}"], group[f"year{n}"], today)
        if group["month3"]:
            return PartialDate(int(group["year3"]), MONTH_NUMBERS[group["month3"].lower()[:3]])
        if group["only"]:
            return PartialDate(int(group["only"]))
    except ValueError:
        return None
    del kind
    return _relative(match, text, today, reference)


def _day_of_month(day: int, month: str, year: str | None, today: Day) -> PartialDate | None:
    """The last such day that is not after publication; ValueError if there is no such day."""
    number = MONTH_NUMBERS[month.lower()[:3]]
    if year:
        return PartialDate.of(date(int(year), number, day))
    if today.published is None:
        return None
    chosen = date(today.published.year, number, day)
    if today.published.month is not None and chosen > today.published.last_day + timedelta(days=31):
        chosen = date(today.published.year - 1, number, day)
    return PartialDate.of(chosen)


def _relative(match: re.Match[str], text: str, today: Day, reference: date | None) -> PartialDate | None:
    group, exact = match.groupdict(), today.exact
    if group["month4"]:
        return _month(MONTH_NUMBERS[group["month4"].lower()[:3]], today)
    if group["unit"]:
        return _this_or_last(group["this"].lower(), group["unit"], today)
    if group["same"] or group["later"]:
        return PartialDate.of(reference) if reference else None
    if group["eve"]:
        return _shifted(reference, -1)
    if group["next"]:
        return _shifted(reference, -1 if group["next"] == "previous" else 1)
    if group["shift"]:
        count = 1 if group["shift"].lower() == "the" else _count(group["shift"])
        days = count * (7 if group["unit3"] == "week" else 1)
        return _shifted(reference, -days if group["way"] in ("earlier", "before") else days) if count else None
    if exact is None:
        return None
    if group["weekday"]:
        strictly = LAST.search(text, max(0, match.start() - 12), match.start()) is not None
        back = (exact.weekday() - WEEKDAYS.index(group["weekday"])) % 7
        return _shifted(exact, -(7 if strictly and back == 0 else back))
    if group["yesterday"]:
        word = group["yesterday"].lower()
        return _shifted(exact, -1 if word in ("yesterday", "last night") else 1 if word == "tomorrow" else 0)
    return _ago(group, exact)


def _count(word: str) -> int:
    return COUNTS.get(word.lower(), int(word) if word.isdigit() else 0)


def _ago(group: dict[str, str | None], exact: date) -> PartialDate | None:
    count, unit = _count(group["ago"] or ""), group["unit2"]
    if not count:
        return None
    if unit == "year":
        return PartialDate(exact.year - count)
    if unit == "month":
        months = exact.year * 12 + exact.month - 1 - count
        return PartialDate(months // 12, months % 12 + 1)
    return _shifted(exact, -count) if unit == "day" else None  # "three weeks ago" is no certain day


def _shifted(day: date | None, days: int) -> PartialDate | None:
    try:
        return PartialDate.of(day + timedelta(days=days)) if day is not None else None
    except OverflowError:
        return None


def _month(number: int, today: Day) -> PartialDate | None:
    """The last such month that has begun by the day of publication."""
    published = today.published
    if published is None:
        return None
    late = published.month is not None and number > published.month
    return PartialDate(published.year - late, number)


def _this_or_last(which: str, unit: str, today: Day) -> PartialDate | None:
    published = today.published
    if published is None or which == "next":
        return None
    if unit == "year":
        return PartialDate(published.year - (which == "last"))
    if published.month is None:
        return None
    months = published.year * 12 + published.month - 1 - (which == "last")
    return PartialDate(months // 12, months % 12 + 1)


def dates_outside(found: list[DateMention], spans: list[Span]) -> Iterator[DateMention]:
    """Those that do not lie in `spans` (sorted), such as the contents of statements."""
    for mention in found:
        if not any(span.start <= mention.span.start < span.end for span in spans):
            yield mention
