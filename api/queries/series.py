"""A timeline told apart by the values of a field: one series for each of the most frequent, and the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from api.queries.answer import meanwhile
from schemas.page import Timeline
from schemas.query import StatementQuery
from search.engine import View


@dataclass(frozen=True, slots=True)
class Series:
    """`counts` has one number for each stretch of the timeline; `count` has those in no stretch, too."""

    value: str
    label: str
    count: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The most frequent values first. `rest` counts what has none of them.

    Where a statement has several values it is counted in each series: then they add up to more than all.
    """

    series: tuple[Series, ...] = ()
    rest: tuple[int, ...] = ()


def break_down(view: View, query: StatementQuery, whole: Timeline, field: str, most: int) -> Breakdown:
    """`whole` is the timeline of the query. A filter on the field leaves its values alone. All are counted at once."""
    asked = query.filters[field]
    rows = [row for row in view.facets(query, [field], most)[field] if not asked or row.value in asked]
    counting = [meanwhile(counts, view, query, whole, field, (row.value,)) for row in rows]
    told = counts(view, query, whole, field, tuple(row.value for row in rows)) if rows else (0,) * len(whole.stretches)
    series = tuple(
        Series(row.value, row.label, row.count, each.result()) for row, each in zip(rows, counting, strict=True)
    )
    rest = tuple(stretch.count - part for stretch, part in zip(whole.stretches, told, strict=True))
    return Breakdown(series, rest)


def counts(view: View, query: StatementQuery, whole: Timeline, field: str, values: Sequence[str]) -> tuple[int, ...]:
    """Of statements that have any of these values, in each stretch of the whole."""
    narrowed = replace(query, filters=query.filters.replace(**{field: tuple(values)}))
    return tuple(view.counts_over(narrowed, whole))
