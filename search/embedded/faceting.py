"""Exact counts of a facet's most frequent values, the order of equal ones included."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tantivy import Query, Searcher

from schemas.query import Facet
from search.embedded.naming import EVERY_VALUE, KeyNames
from search.embedded.schema import KEY, KEYED_FIELDS

Counts = list[tuple[str, int]]

SPARE = 10  # values asked for beyond `size`, in which the last count's equals mostly end


@dataclass(frozen=True, slots=True)
class Counter:
    """Of what matches a query. Facets are fields of the same name, or are counted by the keys of these."""

    searcher: Searcher
    names: KeyNames

    def counted(self, query: Query, facets: Collection[Facet], size: int) -> Mapping[Facet, Counts]:
        """For each facet its `size` most frequent values, equal ones by value."""
        if not facets or size < 1:
            return {facet: [] for facet in facets}
        asked = size + SPARE
        found = self.searcher.aggregate(query, {facet.value: terms(facet, asked) for facet in facets})
        return {facet: self.top(query, facet, size, asked, found[facet.value]) for facet in facets}

    def top(self, query: Query, facet: Facet, size: int, asked: int, found: Mapping[str, Any]) -> Counts:
        """Ask for more for as long as values left out may be equal to the last one given."""
        buckets = found["buckets"]
        while len(buckets) == asked and buckets[-1]["doc_count"] == buckets[size - 1]["doc_count"]:
            asked *= 16
            buckets = self.searcher.aggregate(query, {facet.value: terms(facet, asked)})[facet.value]["buckets"]
        values: Sequence[Any] = [bucket["key"] for bucket in buckets]
        if facet.value in KEYED_FIELDS:
            values = self.names.of(self.searcher, query, facet.value, values)
        counts = [(str(value), int(bucket["doc_count"])) for value, bucket in zip(values, buckets, strict=True)]
        return sorted(counts, key=lambda one: (-one[1], one[0]))[:size]


def terms(facet: Facet, size: int) -> dict[str, Any]:
    field = f"{facet.value}{KEY}" if facet.value in KEYED_FIELDS else facet.value
    return {"terms": {"field": field, "size": size, "segment_size": EVERY_VALUE}}
