"""Our engines in this process, and our API over HTTP."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from benchmarks.search.corpus import DEEP, FACET_SIZE, FACETS, Ask, Asked
from benchmarks.search.serving import Client
from schemas.query import DEFAULT_LIMIT, MAX_LIMIT, StatementQuery
from search.engine import Engine


def in_process(engine: Engine) -> Ask:
    deep = cache(lambda query: at_depth(engine, query))

    def ask(asked: Asked) -> int:
        query = deep(asked.query) if asked.deep else asked.query
        total = engine.search(query).total.value if asked.rows else 0
        if asked.facets:
            engine.facets(query, FACETS, FACET_SIZE)
        return total

    return ask


def at_depth(engine: Engine, query: StatementQuery) -> StatementQuery:
    """The page after the first 10,000 results, or the last one of fewer."""
    query = replace(query, limit=MAX_LIMIT)
    for _ in range(DEEP // MAX_LIMIT):
        following = engine.search(query).next
        if following is None:
            break
        query = replace(query, cursor=following)
    return replace(query, limit=DEFAULT_LIMIT)


def over_http(client: Client, engine: Engine) -> Ask:
    """`engine` is only asked for the cursors, which are the same."""
    deep = cache(lambda query: at_depth(engine, query).cursor)

    def ask(asked: Asked) -> int:
        query = asked.query
        fields: dict[str, Any] = {"q": query.q} if query.q else {}
        if asked.country:
            fields["speaker_country"] = asked.country
        if asked.years:
            fields |= {"from": asked.years[0], "to": asked.years[1]}
        if asked.newest:
            fields["sort"] = "newest"
        if asked.facets:
            fields["facets"] = ",".join(FACETS)
        if asked.deep:
            fields["cursor"] = deep(query)
        if not asked.rows:
            fields["limit"] = 1  # the API always gives rows
        return int(client.get("/v1/statements", fields)["total"]["value"])

    return ask
