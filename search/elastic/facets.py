"""Counts by value, exact on any number of shards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from elasticsearch import Elasticsearch

from schemas.page import Bucket
from schemas.query import Facet, StatementQuery
from search.elastic.compiling import Clause, matching
from search.labels import label
from search.plan import Plan, without

FIRST_SHARD_SIZE = 1000
GROWTH = 10

Answers = Mapping[Facet, Mapping[str, Any]]


def facets(
    client: Elasticsearch, index: str, query: StatementQuery, wanted: Collection[Facet], size: int
) -> dict[Facet, Sequence[Bucket]]:
    """Each shard sends its most frequent values; until these are surely enough, more of them are asked for."""
    if size < 1:
        return dict.fromkeys(wanted, ())
    result: dict[Facet, Sequence[Bucket]] = {}
    shard_size = max(FIRST_SHARD_SIZE, size)
    pending = list(dict.fromkeys(wanted))
    while pending:
        for facet, answer in counted(client, index, query, pending, size, shard_size).items():
            if exact(answer):
                result[facet] = tuple(bucket(facet, each) for each in answer["buckets"])
        pending = [facet for facet in pending if facet not in result]
        shard_size *= GROWTH
    return {facet: result[facet] for facet in wanted}


def counted(
    client: Elasticsearch, index: str, query: StatementQuery, wanted: Collection[Facet], size: int, shard_size: int
) -> Answers:
    """Facets without a filter of their own are counted in one search, each of the others in its own."""
    groups: dict[StatementQuery, list[Facet]] = defaultdict(list)
    for facet in wanted:
        groups[without(query, facet)].append(facet)
    searches: list[Clause] = []
    for asked, group in groups.items():
        counts = {facet.value: aggregation(facet, size, shard_size) for facet in group}
        searches += [{"index": index}, {"size": 0, "query": matching(Plan.of(asked)), "aggs": counts}]
    answers = client.msearch(searches=searches)["responses"]
    return {
        facet: answer["aggregations"][facet.value]
        for answer, group in zip(answers, groups.values(), strict=True)
        for facet in group
    }


def aggregation(facet: Facet, size: int, shard_size: int) -> Clause:
    terms = {
        "field": facet.value,
        "size": size,
        "shard_size": shard_size,
        "order": [{"_count": "desc"}, {"_key": "asc"}],
        "show_term_doc_count_error": True,
    }
    if facet is not Facet.SOURCE:
        return {"terms": terms}
    name = {"top_hits": {"size": 1, "sort": [{"id": "asc"}], "_source": ["stored.article.source.name"]}}
    return {"terms": terms, "aggs": {"name": name}}


def exact(answer: Mapping[str, Any]) -> bool:
    """Whether no shard can have left out anything that would change these buckets."""
    unseen = answer["doc_count_error_upper_bound"]  # the most that a value can count that no shard sent
    buckets = answer["buckets"]
    return not unseen or all(not each["doc_count_error_upper_bound"] and each["doc_count"] > unseen for each in buckets)


def bucket(facet: Facet, answer: Mapping[str, Any]) -> Bucket:
    value = str(answer["key"])
    if facet is not Facet.SOURCE:
        return Bucket(value, answer["doc_count"], label(facet, value))
    (statement,) = answer["name"]["hits"]["hits"]  # a source is indexed by its id; any statement of it knows its name
    return Bucket(value, answer["doc_count"], statement["_source"]["stored"]["article"]["source"]["name"])
