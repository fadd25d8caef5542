"""When, as people ask for it: "June 2023", "summer 2023", "last month", "since May 2022", "1 June to 5 July 2023".

What can be read in several ways has several readings, and whoever asked is asked which one is meant: none is guessed.
Seasons are those of the north, of three whole months, as news names them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from schemas.dates.partial_dates import PartialDate
from schemas.dates.written_dates import LONGEST, MONTH, dates_of, shown

EXAMPLES = (
    "write a date, such as 15 July 2023, June 2023, summer 2023, last month or since 2022, or two with to between"
)


@dataclass(frozen=True, slots=True)
class Days:
    """All days from the first of the one to the last of the other date; None is an open end."""

    first: PartialDate | None
    last: PartialDate | None

    @property
    def in_order(self) -> bool:
        return not (self.first and self.last) or self.first.first_day <= self.last.last_day


ENDS = re.compile(r"(?:from |between )?(.+?)(?: to | until | till | and | through | ?[–—] ?| - |\.\.)(.+)")
NUMBERS = re.compile(r"(\d{4}) ?[-/] ?(\d{4})|(\d{1,2}) ?- ?(\d{1,2} [a-z].+)")  # years, days of a month
OPEN = re.compile(r"(since|from|after|until|till|up to|before)\b ?(.+)|(.+?)(\.\.)|(\.\.)(.+)")
YEARLESS = re.compile(rf"(?:last )?((?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? )?{MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?)")
WITH_MONTH = re.compile(rf".*?({MONTH},? (?P<year>\d{{4}}))")
MONTH_IN_NUMBERS = re.compile(r"(\d{1,2})[/.](\d{4})")
SEASON = re.compile(
    r"(?:in )?(?:the |last |this )?(spring|summer|autumn|fall|winter)(?: of)?(?: (\d{4})(?: ?[-/–] ?(\d{4}|\d\d))?)?"
)
PART = re.compile(r"(?:q([1-4])|h([12])|(first|second|third|fourth|last) (quarter|half)(?: of)?) (\d{4})")
CALENDAR = re.compile(r"(this|last) (week|month|year)")
PAST = re.compile(r"(?:the )?(?:past|last) (?:(\d{1,3}) )?(day|week|month|year)s?")
FIRST_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4}
YEARS_BACK = 2  # of a month or season without a year: the last so many are asked about


def readings(text: str, today: date) -> Sequence[Days]:
    """What it may mean, most likely first; ValueError says that it means nothing, and what to write.

    `today` is what "last month" counts from.
    """
    told = " ".join(text.lower().split()).strip(" ,?!") if len(text) <= LONGEST else ""
    for read in (*CLOSED, open_ended, between):
        with suppress(ValueError, OverflowError):  # what no calendar has, such as the day before the year 1
            if found := list(dict.fromkeys(each for each in read(told, today) if each.in_order)):
                return found
    raise ValueError(f"{shown(text)} is no date that can be read: {EXAMPLES}")


def relative(told: str, today: date) -> Iterator[Days]:
    if told in ("today", "yesterday"):
        yield one(PartialDate.of(today - timedelta(days=told == "yesterday")))
    elif match := CALENDAR.fullmatch(told):
        yield calendar_unit(match[2], today, match[1] == "last")
    elif match := PAST.fullmatch(told):
        yield Days(PartialDate.of(before(today, int(match[1] or 1), match[2])), None)


def calendar_unit(unit: str, today: date, earlier: bool) -> Days:
    """The week from Monday, month or year that holds today, or the one before."""
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * earlier)
        return Days(PartialDate.of(monday), PartialDate.of(monday + timedelta(days=6)))
    if unit == "month":
        return one(month_of(today.year, today.month - earlier))
    return one(PartialDate(today.year - earlier))


def before(day: date, number: int, unit: str) -> date:
    """So many days, weeks, months or years before it; of a shorter month its last day."""
    if unit in ("day", "week"):
        return day - timedelta(days=number * (7 if unit == "week" else 1))
    month = month_of(day.year, day.month - number * (12 if unit == "year" else 1))
    return min(date(month.year, month.month or 1, 1) + timedelta(days=day.day - 1), month.last_day)


def part_of_year(told: str, today: date) -> Iterator[Days]:
    """A quarter or a half."""
    if match := PART.fullmatch(told):
        quarter, half, place, unit, year = match.groups()
        months = 3 if quarter or unit == "quarter" else 6
        number = int(quarter or half or 0) or PLACES.get(place, 12 // months)
        if number * months <= 12:
            yield of_months(int(year), (number - 1) * months + 1, months)


def season(told: str, today: date) -> Iterator[Days]:
    """A winter has parts of two years, and one year has parts of two winters."""
    if not (match := SEASON.fullmatch(told)):
        return
    name, year, next_year = match.groups()
    if next_year:
        if name == "winter" and (int(year) + 1) % 100 == int(next_year) % 100:
            yield of_months(int(year), 12, 3)
    elif not year:
        seasons = (of_months(today.year - back, FIRST_MONTHS[name], 3) for back in range(YEARS_BACK + 1))
        yield from [each for each in seasons if begun(each, today)][:YEARS_BACK]
    elif name == "winter":
        yield from (of_months(int(year) - 1, 12, 3), of_months(int(year), 12, 3))
    else:
        yield of_months(int(year), FIRST_MONTHS[name], 3)


def written(told: str, today: date) -> Iterator[Days]:
    """A day, month or year; a month, or a day in one, may lack the year."""
    if match := MONTH_IN_NUMBERS.fullmatch(told):
        if 1 <= int(match[1]) <= 12:
            yield one(month_of(int(match[2]), int(match[1])))
    elif match := YEARLESS.fullmatch(told):
        years = (today.year - back for back in range(YEARS_BACK + 1))
        dates = (one(day) for year in years for day in dates_if_any(f"{match[1]} {year}"))
        yield from [each for each in dates if begun(each, today)][:YEARS_BACK]
    else:
        yield from map(one, dates_if_any(told))


def dates_if_any(text: str) -> Sequence[PartialDate]:
    try:
        return dates_of(text)
    except ValueError:
        return ()


def open_ended(told: str, today: date) -> Iterator[Days]:
    if not (match := OPEN.fullmatch(told)):
        return
    word, text = match[1] or match[4] or match[5], match[2] or match[3] or match[6]
    from_then_on = word in ("since", "from", "after") or match[4] is not None
    for days in closed(text.strip(), today):
        first, last = days.first, days.last
        if first is None or last is None:
            continue
        if word == "after":
            yield Days(PartialDate.of(last.last_day + timedelta(days=1)), None)
        elif word == "before":
            yield Days(None, PartialDate.of(first.first_day - timedelta(days=1)))
        else:
            yield Days(first, None) if from_then_on else Days(None, last)


def between(told: str, today: date) -> Iterator[Days]:
    match = NUMBERS.fullmatch(told) or ENDS.fullmatch(told)
    if match is None:
        return
    first, last = (text.strip() for text in match.groups() if text)
    first = completed(first, last)
    for begin, end in product(closed(first, today), closed(last, today)):
        if begin.first and end.last and not (YEARLESS.fullmatch(first) and years_apart(begin.first, end.last)):
            yield Days(begin.first, end.last)


def years_apart(first: PartialDate, last: PartialDate) -> bool:
    """ "June to August" is within one year."""
    return last.last_day - first.first_day > timedelta(days=366)


def completed(first: str, last: str) -> str:
    """ "1" before "5 June 2023" is 1 June 2023, and "June" before "August 2023" is June 2023."""
    if match := WITH_MONTH.fullmatch(last):
        if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", first):
            return f"{first} {match[1]}"
        if YEARLESS.fullmatch(first):
            return f"{first} {match['year']}"
    return first


CLOSED: Sequence[Callable[[str, date], Iterator[Days]]] = (relative, part_of_year, season, written)


def closed(told: str, today: date) -> Sequence[Days]:
    """The readings of what may stand at either end of a stretch."""
    return next(filter(None, (list(read(told, today)) for read in CLOSED)), [])


def one(day: PartialDate) -> Days:
    return Days(day, day)


def begun(days: Days, today: date) -> bool:
    return days.first is None or days.first.first_day <= today


def of_months(year: int, month: int, number: int) -> Days:
    return Days(month_of(year, month), month_of(year, month + number - 1))


def month_of(year: int, month: int) -> PartialDate:
    """Counted on into other years: month 0 is the December before."""
    years, months = divmod(year * 12 + month - 1, 12)
    return PartialDate(years, months + 1)
