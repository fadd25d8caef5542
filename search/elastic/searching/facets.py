"""Counts by value, exact on any number of shards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from schemas.page import Bucket
from schemas.query import StatementQuery
from search.documents.index_fields import words_field
from search.elastic.searching.compiler import Clause, any_of, matching, narrowing
from search.elastic.searching.reader import Reader
from search.queries.completion import IN_ENGINE, begins, completed, spelled_alike
from search.queries.labels import label
from search.queries.plan import Plan, filter_by, without

EVERY_VALUE = 60_000  # less than the number of buckets that Elasticsearch gives at most
FIRST_SHARD_SIZE = 1000
GROWTH = 10

Answers = Mapping[str, Mapping[str, Any]]
Counted = Mapping[str, Mapping[str, int]]  # by facet and value
Labels = Mapping[str, Mapping[str, str]]  # likewise
Naming = Callable[[StatementQuery, Counted, Sequence[Clause]], Labels]  # for sources, and for ids in what is found


def facets(
    reader: Reader,
    query: StatementQuery,
    wanted: Collection[str],
    size: int,
    naming: Naming,
    only: Sequence[Clause] = (),
) -> dict[str, Sequence[Bucket]]:
    """Each shard sends its most frequent values; until these are surely enough, more of them are asked for.

    Of what the query finds, all of `only` must hold too.
    """
    if size < 1:
        return dict.fromkeys(wanted, ())
    result: dict[str, Mapping[str, int]] = {}
    shard_size = max(FIRST_SHARD_SIZE, size)
    pending = list(dict.fromkeys(wanted))
    while pending:
        for facet, answer in counted(reader, query, pending, size, shard_size, only).items():
            if exact(answer):
                result[facet] = {str(bucket["key"]): int(bucket["doc_count"]) for bucket in answer["buckets"]}
        pending = [facet for facet in pending if facet not in result]
        shard_size *= GROWTH
    return labelled({facet: result[facet] for facet in wanted}, naming(query, result, only))


def complete(
    reader: Reader,
    query: StatementQuery,
    facet: str,
    starts: Sequence[str],
    size: int,
    naming: Naming,
) -> Sequence[Bucket]:
    """Ids by every name that they have, other values by their label."""
    if facet in IN_ENGINE and starts:
        begun = [beginning(words_field(facet), start) for start in starts]
        ids = facets(reader, query, [facet], completed(size), unnamed, begun)[facet]
        only = [{"terms": {facet: [bucket.value for bucket in ids]}}]
        return facets(reader, query, [facet], size, naming, only)[facet]
    if not starts:
        return facets(reader, query, [facet], size, naming)[facet]
    every = facets(reader, query, [facet], EVERY_VALUE, naming)[facet]
    return tuple([bucket for bucket in every if begins(starts, bucket.label)][:size])


def beginning(field: str, start: str) -> Clause:
    return any_of([{"prefix": {field: {"value": each}}} for each in spelled_alike(start)])


def counted(
    reader: Reader,
    query: StatementQuery,
    wanted: Collection[str],
    size: int,
    shard_size: int,
    only: Sequence[Clause] = (),
) -> Answers:
    """Facets without a filter of their own are counted in one search, each of the others in its own."""
    groups: dict[StatementQuery, list[str]] = defaultdict(list)
    for facet in wanted:
        groups[without(query, facet)].append(facet)
    searches: list[Clause] = []
    for asked, group in groups.items():
        counts = {facet: aggregation(facet, size, shard_size) for facet in group}
        searches.append({"size": 0, "query": {"bool": {"filter": [matching(Plan.of(asked)), *only]}}, "aggs": counts})
    answers = reader.searches(searches)
    return {
        facet: answer["aggregations"][facet]
        for answer, group in zip(answers, groups.values(), strict=True)
        for facet in group
    }


def value_counts(
    reader: Reader, query: StatementQuery, values: Mapping[str, Sequence[str]], naming: Naming
) -> Mapping[str, Sequence[Bucket]]:
    """One request, with a search for each facet that any value is asked of."""
    asked = {facet: each for facet, each in values.items() if each}
    searches: list[Clause] = []
    for facet, each in asked.items():
        each_one = [{"bool": {"filter": narrowing(filter_by(facet, (value,)))}} for value in each]
        compiled = {"bool": {"filter": [matching(Plan.of(without(query, facet)))]}}
        searches.append({"size": 0, "query": compiled, "aggs": {"values": {"filters": {"filters": each_one}}}})
    answers = reader.searches(searches) if searches else ()
    found: dict[str, Mapping[str, int]] = {facet: {} for facet in values}
    for (facet, each), answer in zip(asked.items(), answers, strict=True):
        counts = [bucket["doc_count"] for bucket in answer["aggregations"]["values"]["buckets"]]
        found[facet] = dict(zip(each, counts, strict=True))
    return labelled(found, naming(query, found, ()))


def aggregation(facet: str, size: int, shard_size: int) -> Clause:
    terms = {
        "field": facet,
        "size": size,
        "shard_size": shard_size,
        "order": [{"_count": "desc"}, {"_key": "asc"}],
    }
    return {"terms": terms}


def exact(answer: Mapping[str, Any]) -> bool:
    """Whether no shard kept values to itself.

    Elasticsearch also tells the error of each bucket, but not that of the values it dropped at the end, of which one
    may have deserved a place more than the last that got one.
    """
    return bool(answer["doc_count_error_upper_bound"] == 0)


def labelled(counted: Counted, labels: Labels) -> dict[str, Sequence[Bucket]]:
    return {
        facet: tuple(
            Bucket(value, count, labels.get(facet, {}).get(value) or label(facet, value))
            for value, count in counts.items()
        )
        for facet, counts in counted.items()
    }


def unnamed(query: StatementQuery, counted: Counted, only: Sequence[Clause]) -> Labels:
    """For counts that nobody reads."""
    return {}
