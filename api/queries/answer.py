"""What a search answers beyond its page: counts by facet, with the address that each of them leads to."""

from __future__ import annotations

import contextvars
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property, partial

from api.queries.addresses import Addresses
from api.queries.refinement import narrowed, with_or_without
from schemas.filters import Filters
from schemas.page import Bucket, FacetRow, Page, Total
from schemas.query import StatementQuery
from schemas.statement import FoundStatement
from search.engine import Engine
from search.queries.labels import is_source, label

FACET_SIZE = 20
COUNTING_AT_ONCE = 8  # more than a worker has threads that answer


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


def search(engine: Engine, query: StatementQuery, facets: Collection[str], here: Addresses) -> Answer:
    page, counted = both(engine, query, facets, FACET_SIZE)

    def rows() -> Mapping[str, Sequence[FacetRow]]:
        counts = counted()
        return {facet: facet_rows(engine, query, facet, counts[facet], here) for facet in facets}

    return Answer(page.data, page.total, page.next, query, rows)


def both(
    engine: Engine, query: StatementQuery, facets: Collection[str], size: int
) -> tuple[Page, Callable[[], Counted]]:
    """Results, and what waits for the counts, asked for at once: each takes about as long, and either engine works on
    both. Both raise what the engine raises.
    """
    if not facets:
        return engine.search(query), dict
    context = contextvars.copy_context()  # of the log: the request's id
    counting = counters().submit(context.run, engine.facets, query, facets, size)
    return engine.search(query), counting.result


@cache
def counters() -> ThreadPoolExecutor:
    """Made by the first request, and so in each worker: threads do not survive a fork."""
    return ThreadPoolExecutor(COUNTING_AT_ONCE, thread_name_prefix="counting")


def facet_rows(
    engine: Engine, query: StatementQuery, facet: str, buckets: Sequence[Bucket], here: Addresses
) -> list[FacetRow]:
    """One row a bucket, and one for each chosen value that is not among them, so that it can be taken away."""
    name = partial(source_name, engine) if is_source(facet) else partial(label, facet)
    known = {bucket.value for bucket in buckets}
    absent = [
        Bucket(value, engine.count(narrowed(query, facet, [value])).value, name(value))
        for value in query.filters[facet]
        if value not in known
    ]
    return rows(query, facet, (*buckets, *absent), here)


def source_name(engine: Engine, id_: str) -> str:
    """Any statement of it knows its name; an outlet of which there is nothing goes by its id."""
    found = engine.search(StatementQuery(filters=Filters(source=(id_,)), limit=1)).data
    return next((each.article.source.name for each in found if each.article.source), id_)


def rows(query: StatementQuery, facet: str, buckets: Sequence[Bucket], here: Addresses) -> list[FacetRow]:
    wanted, address = query.filters[facet], here.varying(query, facet)
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
