"""Exact counts of a facet's most frequent values, the order of equal ones included."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from tantivy import Query, Searcher

from schemas.page import Bucket
from search import budget
from search.documents.index_fields import words_field
from search.embedded.index.schema import KEY, KEYED_FIELDS
from search.embedded.searching.compiler import Compiler, both, either, unranked
from search.embedded.searching.key_names import EVERY_VALUE, KeyNames
from search.queries.completion import IN_ENGINE, begins, completed, spelled_alike

Counts = list[tuple[str, int]]

SPARE = 10  # values asked for beyond `size`, in which the last count's equals mostly end
MORE = 16  # times as many, where those do not end
MOST = 10_000  # asked for so


@dataclass(frozen=True, slots=True)
class Counter:
    """Of what matches a query. Facets are fields of the same name, or are counted by the keys of these."""

    searcher: Searcher
    names: KeyNames

    def counted(self, query: Query, facets: Collection[str], size: int) -> Mapping[str, Counts]:
        """For each facet its `size` most frequent values, equal ones by value."""
        if not facets or size < 1:
            return {facet: [] for facet in facets}
        budget.check()
        asked = size + SPARE
        found = self.searcher.aggregate(query, {facet: terms(facet, asked) for facet in facets})
        return {facet: self.top(query, facet, size, asked, found[facet]["buckets"]) for facet in facets}

    def top(self, query: Query, facet: str, size: int, asked: int, buckets: Sequence[Any]) -> Counts:
        """Where values left out may be equal to the last one given, more are asked for, which mostly settles it. Where
        it does not, equals are counted by name, in order: more than 65,000 values at once tantivy gives to nobody.
        """
        budget.check()
        if is_tied(buckets, size, asked) and MORE * asked <= MOST:
            asked *= MORE
            buckets = self.searcher.aggregate(query, {facet: terms(facet, asked)})[facet]["buckets"]
        tied = is_tied(buckets, size, asked)
        last = buckets[size - 1]["doc_count"] if tied else 0
        if tied:
            buckets = [bucket for bucket in buckets if bucket["doc_count"] > last]
        values: Sequence[Any] = [bucket["key"] for bucket in buckets]
        if facet in KEYED_FIELDS:
            values = self.names.of(self.searcher, [query], facet, values)
        counts = [(str(value), int(bucket["doc_count"])) for value, bucket in zip(values, buckets, strict=True)]
        if tied:
            counts += [(value, count) for value, count in self.first(query, facet, size, last) if count == last]
        return sorted(counts, key=lambda one: (-one[1], one[0]))[:size]

    def first(self, query: Query, facet: str, size: int, least: int) -> Counts:
        """By value, of those with that count or a greater one: so many that they hold all equals that are wanted."""
        by_value = {"field": facet, "size": size, "segment_size": EVERY_VALUE, "min_doc_count": least}
        found = self.searcher.aggregate(query, {facet: {"terms": by_value | {"order": {"_key": "asc"}}}})
        return [(str(bucket["key"]), int(bucket["doc_count"])) for bucket in found[facet]["buckets"]]


def is_tied(buckets: Sequence[Any], size: int, asked: int) -> bool:
    return len(buckets) == asked and buckets[-1]["doc_count"] == buckets[size - 1]["doc_count"]


def terms(facet: str, size: int) -> dict[str, Any]:
    field = f"{facet}{KEY}" if facet in KEYED_FIELDS else facet
    return {"terms": {"field": field, "size": size, "segment_size": EVERY_VALUE}}


def complete(
    counter: Counter,
    compiler: Compiler,
    query: Query,
    facet: str,
    starts: Sequence[str],
    size: int,
    naming: Callable[[Collection[str]], Callable[[str], str]],
) -> Sequence[Bucket]:
    """Labels are looked for from the most frequent value on, for as long as it takes to find `size` that fit; ids by
    every name that they have.
    """
    by_engine = facet in IN_ENGINE
    if by_engine and starts:
        query = under_names(counter, compiler, query, facet, starts, completed(size))
    asked = size if by_engine or not starts else EVERY_VALUE
    counts = counter.counted(query, [facet], asked)[facet]
    label = naming([value for value, _ in counts])
    labelled = (Bucket(value, count, label(value)) for value, count in counts)
    return tuple(islice((bucket for bucket in labelled if by_engine or begins(starts, bucket.label)), max(0, size)))


def under_names(
    counter: Counter, compiler: Compiler, query: Query, facet: str, starts: Sequence[str], most: int
) -> Query:
    """All that the query finds of the ids that it finds under a name with these beginnings, whatever its name."""
    begun = both(query, *(beginning(compiler, words_field(facet), start) for start in starts))
    ids = [value for value, _ in counter.counted(begun, [facet], most)[facet]]
    return both(query, unranked(compiler.any_of(facet, ids)))


def beginning(compiler: Compiler, field: str, start: str) -> Query:
    patterns = (f"{re.escape(each)}.*" for each in spelled_alike(start))
    return unranked(either(Query.regex_query(compiler.layout, field, pattern) for pattern in patterns))
