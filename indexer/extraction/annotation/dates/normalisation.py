"""Which day, month or year a date in a text means, seen from the day of publication."""

from __future__ import annotations

import re
from datetime import date, timedelta

from indexer.extraction.lang.en.date_patterns import (
    BACKWARDS,
    BEFORE_PUBLICATION,
    COUNTS,
    LAST,
    MONTH_NUMBERS,
    WEEKDAYS,
)
from schemas.dates.partial_dates import PartialDate

YEAR_BACK = 31  # days after publication from which "December 30" is taken for last year's
AHEAD = 6  # days back to a weekday that may be the next day: it is so already where it is told of, or an event is due


def resolve(
    match: re.Match[str], text: str, published: PartialDate | None, reference: date | None
) -> PartialDate | None:
    """The day, month or year of what EXPRESSION found; None where the text does not tell it.

    `reference` is the last day told before it, from which "a day later" counts.
    """
    try:
        if match["iso"]:
            return PartialDate.parse(match["iso"])
        if match["day"]:
            return _day_of_month(int(match["day"]), match["month"], match["year"], published)
        if match["us_day"]:
            return _day_of_month(int(match["us_day"]), match["us_month"], match["us_year"], published)
        if match["vague"]:
            return None
        if match["number_year"]:
            return _of_numbers(int(match["first_number"]), int(match["second_number"]), int(match["number_year"]))
        if match["far"]:
            return _far_from_reference(match, reference)
        if match["shift"] or match["same"] or match["eve"] or match["next"]:
            return _from_reference(match, reference)
        if match["month_of"] or match["only_month"] or match["only_year"] or match["text_year"] or match["unit"]:
            return _month_or_year(match, published)
        return _from_publication(match, text, published)
    except (ValueError, OverflowError):  # February 30, or a day before the calendar's first
        return None


def _day_of_month(day: int, month: str, year: str | None, published: PartialDate | None) -> PartialDate | None:
    """The last such day before publication."""
    number = MONTH_NUMBERS[month.lower()[:3]]
    if year:
        return PartialDate.of(date(int(year), number, day))
    if published is None:
        return None
    chosen = date(published.year, number, day)
    if published.month is not None and chosen > published.last_day + timedelta(days=YEAR_BACK):
        chosen = date(published.year - 1, number, day)
    return PartialDate.of(chosen)


def _of_numbers(first: int, second: int, year: int) -> PartialDate | None:
    """Day and month in either order, where only one of them can be the month."""
    if first <= 12 and second <= 12 and first != second:
        return None
    day, month = (second, first) if second > 12 else (first, second)
    return PartialDate.of(date(year, month, day))


def _far_from_reference(match: re.Match[str], reference: date | None) -> PartialDate | None:
    """ "Three years earlier" is a year, "two months later" a month."""
    if reference is None:
        return None
    count = _count(match["far"]) * (1 if match["far_way"] in BACKWARDS else -1)
    if match["far_unit"] == "year":
        return PartialDate(reference.year - count)
    return _months_before(PartialDate.of(reference), count)


def _from_reference(match: re.Match[str], reference: date | None) -> PartialDate | None:
    if reference is None:
        return None
    if match["shift"]:
        count = 1 if match["shift"].lower() == "the" else _count(match["shift"])
        days = count * (7 if match["shift_unit"] == "week" else 1)
        return PartialDate.of(reference + timedelta(days=-days if match["way"] in BACKWARDS else days))
    if match["next"]:
        return PartialDate.of(reference + timedelta(days=-1 if match["next"] in BACKWARDS else 1))
    return PartialDate.of(reference - timedelta(days=1) if match["eve"] else reference)


def _month_or_year(match: re.Match[str], published: PartialDate | None) -> PartialDate | None:
    if match["only_year"] or match["text_year"]:
        return PartialDate(int(match["only_year"] or match["text_year"]))
    if match["month_of"]:
        return PartialDate(int(match["of_year"]), MONTH_NUMBERS[match["month_of"].lower()[:3]])
    if published is None:
        return None
    if match["only_month"]:
        number = MONTH_NUMBERS[match["only_month"].lower()[:3]]
        ahead = published.month is not None and number > published.month
        return PartialDate(published.year - ahead, number)
    which = match["which"].lower()
    if match["unit"] == "week":
        return _month_of_last_week(published) if which == "last" else None
    if which == "next":
        return None
    if match["unit"] == "year":
        return PartialDate(published.year - (which == "last"))
    return _months_before(published, int(which == "last"))


def _month_of_last_week(published: PartialDate) -> PartialDate | None:
    """The month, where the week from Monday to Sunday lies in one."""
    if published.day is None:
        return None
    monday = published.first_day - timedelta(days=published.first_day.weekday() + 7)
    sunday = monday + timedelta(days=6)
    return PartialDate(monday.year, monday.month) if monday.month == sunday.month else None


def _from_publication(match: re.Match[str], text: str, published: PartialDate | None) -> PartialDate | None:
    if match["ago"]:
        return _ago(_count(match["ago"]), match["ago_unit"], published)
    if published is None or published.day is None:
        return None
    day = published.first_day
    if match["weekday"]:
        back = (day.weekday() - WEEKDAYS.index(match["weekday"])) % 7
        is_last = LAST.search(text, max(0, match.start() - 12), match.start()) is not None
        if back == AHEAD and not is_last:
            return None
        back = 7 if back == 0 and is_last else back
        return PartialDate.of(day - timedelta(days=back))
    return PartialDate.of(day - timedelta(days=BEFORE_PUBLICATION.get(match["near"].lower(), 0)))


def _ago(count: int, unit: str, published: PartialDate | None) -> PartialDate | None:
    """ "Three weeks ago" is no certain day, "three days ago" is."""
    if published is None:
        return None
    if unit == "year":
        return PartialDate(published.year - count)
    if unit == "month":
        return _months_before(published, count)
    if unit == "week" or published.day is None:
        return None
    return PartialDate.of(published.first_day - timedelta(days=count))


def _months_before(published: PartialDate, count: int) -> PartialDate | None:
    if published.month is None:
        return None
    months = published.year * 12 + published.month - 1 - count
    return PartialDate(months // 12, months % 12 + 1)


def _count(word: str) -> int:
    return COUNTS.get(word.lower()) or int(word)
