"""Handy stretches of time up to today. Each is a search from a certain day on, so that its address stays what it is."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from schemas.dates.partial_dates import PartialDate
from schemas.query import StatementQuery


@dataclass(frozen=True, slots=True)
class Range:
    """`query` is the search with these dates, from its first page; `current` whether it has them already."""

    label: str
    query: StatementQuery
    current: bool


def ranges(query: StatementQuery, today: date) -> Iterator[Range]:
    firsts = {
        "Any time": None,
        "Past week": PartialDate.of(today - timedelta(days=7)),
        "Past month": PartialDate.of(months_before(today, 1)),
        "Past year": PartialDate.of(months_before(today, 12)),
    }
    for label, first in firsts.items():
        current = (query.date_from, query.date_to) == (first, None)
        yield Range(label, replace(query, date_from=first, date_to=None, cursor=None), current)


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or that month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
