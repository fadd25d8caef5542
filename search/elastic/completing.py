"""The values of a facet that a beginning may be completed to."""

from __future__ import annotations

from collections.abc import Sequence

from elasticsearch import Elasticsearch

from schemas.page import Bucket
from schemas.query import Facet, StatementQuery
from search.completion import IN_ENGINE, begins
from search.elastic.facets import Naming, facets

EVERY_VALUE = 60_000  # less than the number of buckets that Elasticsearch gives at most


def complete(
    client: Elasticsearch,
    index: str,
    query: StatementQuery,
    facet: Facet,
    starts: Sequence[str],
    size: int,
    naming: Naming,
) -> Sequence[Bucket]:
    if facet in IN_ENGINE or not starts:
        only = [{"prefix": {IN_ENGINE[facet]: {"value": start}}} for start in starts]
        return facets(client, index, query, [facet], size, naming, only)[facet]
    every = facets(client, index, query, [facet], EVERY_VALUE, naming)[facet]
    return tuple([bucket for bucket in every if begins(starts, bucket.label)][:size])
