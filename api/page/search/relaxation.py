"""What to ask instead of a query that finds nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.page.search.filters import Filter, Labels, words_and_filters
from schemas.query import StatementQuery
from search.engine import View


@dataclass(frozen=True, slots=True)
class Relaxation:
    """What the query would find without one of its filters, or with one alone: each filter with a count, most first."""

    without: Sequence[tuple[Filter, int]]
    alone: Sequence[tuple[Filter, int]]


def relax(view: View, query: StatementQuery, labels: Labels) -> Relaxation:
    """With one filter alone only where taking away any one would not help. For words alone there is nothing."""
    asked = list(words_and_filters(query, labels))
    if len(asked) == 1 and query.q.strip():
        return Relaxation([], [])
    without = count(view, [(each, each.without) for each in asked])
    return Relaxation(without, [] if without else count(view, [(each, each.alone) for each in asked]))


def count(view: View, queries: Sequence[tuple[Filter, StatementQuery]]) -> list[tuple[Filter, int]]:
    """Those that find something."""
    found = [(each, view.count(query).value) for each, query in queries]
    return sorted(((each, count) for each, count in found if count), key=lambda pair: -pair[1])
