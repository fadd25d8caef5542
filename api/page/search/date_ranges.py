"""Handy stretches of time up to today. Each is a search from a certain day on, so that its address stays what it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from schemas.dates.asked_dates import before
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
        "Past week": PartialDate.of(before(today, 1, "week")),
        "Past month": PartialDate.of(before(today, 1, "month")),
        "Past year": PartialDate.of(before(today, 1, "year")),
    }
    for label, first in firsts.items():
        current = (query.date_from, query.date_to) == (first, None)
        yield Range(label, replace(query, date_from=first, date_to=None, cursor=None), current)
