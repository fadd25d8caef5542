"""Exact counts of a facet's most frequent values, the order of equal ones included."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from tantivy import Query, Searcher

from schemas.query import Facet

Counts = list[tuple[str, int]]

EVERY_VALUE = 1 << 30  # of a segment: with fewer the counts of rare values would be estimates
SPARE = 10  # values asked for beyond `size`, in which the last count's equals mostly end


def counted(searcher: Searcher, query: Query, facets: Collection[Facet], size: int) -> Mapping[Facet, Counts]:
    """For each facet its `size` most frequent values, equal ones by value. Facets are fields of the same name."""
    if not facets or size < 1:
        return {facet: [] for facet in facets}
    asked = size + SPARE
    found = searcher.aggregate(query, {facet.value: terms(facet, asked) for facet in facets})
    return {facet: top(searcher, query, facet, size, asked, found[facet.value]) for facet in facets}


def top(searcher: Searcher, query: Query, facet: Facet, size: int, asked: int, found: Mapping[str, Any]) -> Counts:
    """Ask for more for as long as values left out may be equal to the last one given."""
    while True:
        buckets = [(str(bucket["key"]), int(bucket["doc_count"])) for bucket in found["buckets"]]
        if len(buckets) < asked or buckets[-1][1] < buckets[size - 1][1]:
            return sorted(buckets, key=lambda bucket: (-bucket[1], bucket[0]))[:size]
        asked *= 4
        found = searcher.aggregate(query, {facet.value: terms(facet, asked)})[facet.value]


def terms(facet: Facet, size: int) -> dict[str, Any]:
    return {"terms": {"field": facet.value, "size": size, "segment_size": EVERY_VALUE}}
