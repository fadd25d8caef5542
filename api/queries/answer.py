"""What a search answers beyond its page: counts by facet, with the address that each of them leads to."""

from __future__ import annotations

import contextvars
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import ParamSpec, TypeVar

from api.queries.addresses import AddressBy, Addresses
from api.queries.refinement import with_or_without
from schemas.page import Bucket, FacetRow, Page, Total
from schemas.query import StatementQuery
from schemas.statement import FoundStatement
from search.engine import View

FACET_SIZE = 20
COUNTING_AT_ONCE = 8  # more than a worker has threads that answer

P = ParamSpec("P")
T = TypeVar("T")

Counted = Mapping[str, Sequence[Bucket]]


@dataclass(frozen=True)
class Answer:
    """`facets` is waited for when it is first looked at: so results are written out while they are counted."""

    data: tuple[FoundStatement, ...]
    total: Total
    next: str | None
    applied: StatementQuery
    rows: Callable[[], Mapping[str, Sequence[FacetRow]]]

    @cached_property
    def facets(self) -> Mapping[str, Sequence[FacetRow]]:
        return self.rows()


def search(view: View, query: StatementQuery, facets: Collection[str], here: Addresses) -> Answer:
    page, counted = search_and_count(view, query, facets, FACET_SIZE)

    return Answer(page.data, page.total, page.next, query, lambda: facet_rows(view, query, counted(), here))


def search_and_count(
    view: View, query: StatementQuery, facets: Collection[str], size: int
) -> tuple[Page, Callable[[], Counted]]:
    """Results, and what waits for the counts, asked for at once: each takes about as long, and either engine works on
    both. Both raise what the engine raises.
    """
    if not facets:
        return view.search(query), dict
    counting = meanwhile(view.facets, query, facets, size)
    return view.search(query), counting.result


def meanwhile(ask: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
    """Asked for in another thread, for the same request: its id in the log, and its time."""
    return counters().submit(partial(contextvars.copy_context().run, ask, *args, **kwargs))


@cache
def counters() -> ThreadPoolExecutor:
    """Made by the first request, and so in each worker: threads do not survive a fork."""
    return ThreadPoolExecutor(COUNTING_AT_ONCE, thread_name_prefix="counting")


def facet_rows(view: View, query: StatementQuery, counts: Counted, here: Addresses) -> dict[str, list[FacetRow]]:
    """For each facet one row a bucket, and one for each chosen value that is not among them, so that it can be taken
    away.
    """
    absent = {facet: missing(query.filters[facet], buckets) for facet, buckets in counts.items()}
    added = view.value_counts(query, absent) if any(absent.values()) else {}
    address_by = here.varying(query)
    return {
        facet: rows(query, facet, (*buckets, *added.get(facet, ())), address_by) for facet, buckets in counts.items()
    }


def missing(chosen: Sequence[str], buckets: Sequence[Bucket]) -> list[str]:
    known = {bucket.value for bucket in buckets}
    return [value for value in chosen if value not in known]


def rows(query: StatementQuery, facet: str, buckets: Sequence[Bucket], address_by: AddressBy) -> list[FacetRow]:
    wanted, address = query.filters[facet], address_by(facet)
    return [
        FacetRow(
            value=bucket.value,
            label=bucket.label,
            count=bucket.count,
            selected=bucket.value in wanted,
            toggle=address(with_or_without(wanted, bucket.value)),
        )
        for bucket in buckets
    ]
