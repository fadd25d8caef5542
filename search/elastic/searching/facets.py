"""Counts by value, exact on any number of shards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import structlog
from elasticsearch import Elasticsearch

from schemas.page import Bucket
from schemas.query import StatementQuery
from search.documents.index_fields import words_field
from search.elastic.client.patience import NOT_NOW, NotNow, patiently
from search.elastic.searching.compiler import Clause, matching
from search.errors import EngineUnavailable
from search.queries.completion import IN_ENGINE, begins
from search.queries.labels import is_source, label
from search.queries.plan import Plan, without

EVERY_VALUE = 60_000  # less than the number of buckets that Elasticsearch gives at most
FIRST_SHARD_SIZE = 1000
GROWTH = 10

log = structlog.get_logger(__name__)

Answers = Mapping[str, Mapping[str, Any]]
Naming = Callable[[Collection[str]], Mapping[str, str]]  # what sources of these ids are called


def facets(
    client: Elasticsearch,
    index: str,
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
    result: dict[str, Sequence[Bucket]] = {}
    shard_size = max(FIRST_SHARD_SIZE, size)
    pending = list(dict.fromkeys(wanted))
    while pending:
        for facet, answer in counted(client, index, query, pending, size, shard_size, only).items():
            if exact(answer):
                result[facet] = labelled(facet, answer["buckets"], naming)
        pending = [facet for facet in pending if facet not in result]
        shard_size *= GROWTH
    return {facet: result[facet] for facet in wanted}


def complete(
    client: Elasticsearch,
    index: str,
    query: StatementQuery,
    facet: str,
    starts: Sequence[str],
    size: int,
    naming: Naming,
) -> Sequence[Bucket]:
    if facet in IN_ENGINE or not starts:
        only = [{"prefix": {words_field(facet): {"value": start}}} for start in starts]
        return facets(client, index, query, [facet], size, naming, only)[facet]
    every = facets(client, index, query, [facet], EVERY_VALUE, naming)[facet]
    return tuple([bucket for bucket in every if begins(starts, bucket.label)][:size])


def counted(
    client: Elasticsearch,
    index: str,
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
        searches += [
            {"index": index, "allow_partial_search_results": False},
            {"size": 0, "query": {"bool": {"filter": [matching(Plan.of(asked)), *only]}}, "aggs": counts},
        ]
    answers = patiently(client, lambda: found(client, searches))
    return {
        facet: answer["aggregations"][facet]
        for answer, group in zip(answers, groups.values(), strict=True)
        for facet in group
    }


def found(client: Elasticsearch, searches: Sequence[Clause]) -> Sequence[Mapping[str, Any]]:
    answers: Sequence[Mapping[str, Any]] = client.msearch(searches=searches)["responses"]
    for answer in answers:
        if "error" in answer:  # else raised by the client, but not by this one of its calls
            log.warning("engine_error", status=answer["status"], reason=str(answer["error"]))
            raise NotNow if answer["status"] in NOT_NOW else EngineUnavailable("Elasticsearch can't do this now")
    return answers


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


def labelled(facet: str, answers: Sequence[Mapping[str, Any]], naming: Naming) -> tuple[Bucket, ...]:
    counts = {str(answer["key"]): int(answer["doc_count"]) for answer in answers}
    names = naming(counts) if is_source(facet) and counts else {}
    return tuple(Bucket(value, count, names.get(value, label(facet, value))) for value, count in counts.items())
