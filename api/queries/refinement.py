"""Queries next to a query: with one value of a filter more or less. Every facet is named after the filter it counts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from schemas.dates.partial_dates import PartialDate
from schemas.query import StatementQuery


def narrow(query: StatementQuery, facet: str, values: Collection[str]) -> StatementQuery:
    """The query, from its first page, with just these values of the filter."""
    return replace(query, cursor=None, filters=query.filters.replace(**{facet: tuple(values)}))


def toggle(query: StatementQuery, facet: str, value: str) -> StatementQuery:
    """With the value added to the filter, or taken away if it is there."""
    return narrow(query, facet, with_or_without(query.filters[facet], value))


def with_or_without(values: Collection[str], value: str) -> Collection[str]:
    """With the value at their end, or without it if it is among them."""
    return [each for each in values if each != value] if value in values else (*values, value)


def during(query: StatementQuery, start: PartialDate, end: PartialDate) -> StatementQuery:
    """The query, from its first page, for this stretch of time, or as much of it as the query's own dates leave."""
    starts = [start, *([query.date_from] if query.date_from else [])]
    ends = [end, *([query.date_to] if query.date_to else [])]
    first, last = max(starts, key=lambda day: day.first_day), min(ends, key=lambda day: day.last_day)
    return replace(query, date_from=first, date_to=last, cursor=None)
