"""Dates as people, pages, feeds and tables write them: one rule for all that is read.

A date is taken where it can be read in one way only. 03/04/2023 may be two days, and is refused: none is ever guessed.
What an index is asked by, and what it answers, is narrower: `PartialDate.parse`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress

from schemas.dates.partial_dates import PartialDate

ACCEPTED = (
    "write 2023-07-15, 2023/07/15, 20230715, 15 July 2023, July 15, 2023, 15.07.2023 or 15/07/2023 (only where that "
    "can't be another day), 2023-07, July 2023 or 2023; a weekday and a time may stand with a day"
)
LONGEST = 100  # characters; with weekday, time and zone a date has some forty
SHOWN = 60

Parts = Mapping[str, str | None]

MONTHS = {name.lower()[:3]: f"{number:02}" for number, name in enumerate(calendar.month_name) if name}
WEEKDAYS = {name.lower()[:3]: number for number, name in enumerate(calendar.day_name)}

MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\ "
YEAR = r"(?P<year>\d{4})"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?"
HOUR = r"(?:[01]?\d|2[0-4])"
CLOCK = rf"(?:{HOUR}[:.h][0-5]\d(?:[:.][0-6]\d(?:[.,]\d{{1,9}})?)?(?:\ ?[ap]\.?m\b\.?)?|{HOUR}\ ?[ap]\.?m\b\.?)"
COMPACT = r"[0-2]\d(?:[0-5]\d){0,2}"  # ISO 8601's basic format, and hours alone
# As mails, programs and people name one. It is not needed: of a moment the day as written counts.
ZONE = (
    r"(?:[a-z]{1,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d{1,2}(?::?\d\d){0,2}|[a-z]{3,10}/[a-z_]{3,20}"
    r"|[a-z]{4,10}\ (?:[a-z]{4,10}\ )?(?:standard|daylight|summer)\ time)"
)
ZONES = rf"(?:\ ?\(?{ZONE}\)?){{0,2}}(?:\ ?[\[(][\w\ /+:-]{{1,40}}[\])])?"
AFTER = rf"(?:t{COMPACT}|(?:t|[\ ,;|/@–-]{{1,3}}(?:at\ )?){CLOCK}){ZONES}"
BEFORE = rf"{CLOCK}(?:\ {ZONE})?(?:[\ ,;|–-]{{1,3}}|\ on\ )"

DAYS = (
    rf"{YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})",
    rf"{DAY}(?:\ of)?[\ -]{MONTH},?[\ -]{YEAR}",
    rf"{MONTH}[\ -]{DAY},?[\ -]{YEAR}",
    rf"{YEAR}[\ -]{MONTH}[\ -]{DAY}",
    rf"(?P<one>\d{{1,2}})(?P<mark>[-/.])(?P<other>\d{{1,2}})(?P=mark){YEAR}",
)
FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        *(rf"(?:{BEFORE})?(?:{WEEKDAY})?{form}(?:{AFTER})?" for form in DAYS),
        rf"{YEAR}(?:[-/](?P<month>\d\d))?",
        rf"{MONTH},?\ {YEAR}",
        # Without a T it has minutes: ten digits may be seconds since 1970.
        rf"{YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:(?:[t\ ]{COMPACT}|[0-2]\d(?:[0-5]\d){{1,2}})(?:\.\d{{1,9}})?{ZONES})?",
        rf"(?:{WEEKDAY})?{MONTH}\ {DAY}\ {CLOCK}{ZONES}\ {YEAR}",  # as C's ctime and Unix's date write it
        rf"(?:{WEEKDAY})?{DAY}[\ -]{MONTH}[\ -](?P<short>\d\d)\ {CLOCK}{ZONES}",  # RFC 822, of 1982
    )
)


def date_of(text: str) -> PartialDate:
    """The day, month or year that is written; ValueError says that it is none, or more than one, and what to write."""
    found = dates_of(text)
    if len(found) > 1:
        raise ValueError(f"{shown(text)} may be two days, and is not guessed: {ACCEPTED}")
    return found[0]


def dates_of(text: str) -> Sequence[PartialDate]:
    """The dates that it may be: two days where it is not told which number is the month, the later month first.

    ValueError says that it is none, and what to write.
    """
    told = " ".join(text.split())
    matches = (form.fullmatch(told) for form in FORMS) if len(told) <= LONGEST else ()
    match = next(filter(None, matches), None)
    if match is None:
        raise ValueError(f"{shown(text)} is not a date: {ACCEPTED}")
    parts: dict[str, str | None] = {"month": None, "day": None, **match.groupdict()}
    if name := parts.get("name"):
        parts["month"] = MONTHS[name.lower()[:3]]
    try:
        found = {date(parts, parts["month"], parts["day"])} if "one" not in parts else either(parts)
    except ValueError as error:
        raise ValueError(f"{shown(text)} {str(error).partition(' ')[2]}") from None
    return sorted(found, key=lambda day: day.first_day, reverse=True)


def shown(text: str) -> str:
    return repr(text if len(text) <= SHOWN else f"{text[:SHOWN]}…")


def either(parts: Parts) -> set[PartialDate]:
    """The days that two numbers and a year can be; of two the one on the weekday that is told, if one is."""
    one, other = parts["one"], parts["other"]
    found = set()
    for month, day in ((other, one), (one, other)):
        with suppress(ValueError):
            found.add(date(parts, month, day))
    named = WEEKDAYS.get((parts["weekday"] or "").lower()[:3])
    return {day for day in found if day.first_day.weekday() == named} or found or {date(parts, other, one)}


def date(parts: Parts, month: str | None, day: str | None) -> PartialDate:
    """ValueError where no calendar has it."""
    year = parts.get("year") or century(parts["short"] or "")
    return PartialDate.parse("-".join((year, *(part.zfill(2) for part in (month, day) if part is not None))))


def century(short: str) -> str:
    """RFC 2822, 4.3: a year of two digits is one from 1950 to 2049."""
    return f"20{short}" if short < "50" else f"19{short}"


NEVER = ("0001-01-01", "1970-01-01")  # where a program's clock begins: what it writes where it knows no date


def known(text: str | None) -> str | None:
    """The date as `schemas.wire.article` takes it; None where the text tells none that is certain."""
    with suppress(ValueError):
        if text and (day := str(date_of(text))) not in NEVER:
            return day
    return None
