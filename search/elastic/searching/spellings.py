"""The names under which statements have an id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from schemas.query import StatementQuery
from search.documents.index_fields import spelling_field
from search.elastic.searching.compiler import Clause, matching
from search.elastic.searching.reader import Reader
from search.queries.plan import Plan, without
from search.queries.spellings import MOST_NAMES, Ids, Names


def in_all(reader: Reader, ids: Ids) -> Mapping[str, Names]:
    """Those of all statements."""
    return names(reader, {facet: [{"match_all": {}}] for facet in ids}, ids)


def in_found(reader: Reader, query: StatementQuery, only: Sequence[Clause], ids: Ids) -> Mapping[str, Names]:
    """Those of what the query finds without the facet's own filter, and of which all of `only` holds too."""
    return names(reader, {facet: [matching(Plan.of(without(query, facet))), *only] for facet in ids}, ids)


def names(reader: Reader, found: Mapping[str, Sequence[Clause]], ids: Ids) -> Mapping[str, Names]:
    """One request, with a search for each facet."""
    searches: list[Clause] = []
    for facet, wanted in ids.items():
        theirs = [*found[facet], {"terms": {facet: list(wanted)}}]
        named = terms(spelling_field(facet), MOST_NAMES)
        counts = {"ids": terms(facet, len(wanted)) | {"aggs": {"names": named}}}
        searches.append({"size": 0, "query": {"bool": {"filter": theirs}}, "aggs": counts})
    answers = reader.searches(searches)
    return {
        facet: {
            str(bucket["key"]): {str(name["key"]): int(name["doc_count"]) for name in bucket["names"]["buckets"]}
            for bucket in answer["aggregations"]["ids"]["buckets"]
        }
        for facet, answer in zip(ids, answers, strict=True)
    }


def terms(field: str, size: int) -> Clause:
    """Exact on any number of shards, for no id has as many names as each of them gives."""
    return {"terms": {"field": field, "size": size, "shard_size": max(1_000, size)}}
