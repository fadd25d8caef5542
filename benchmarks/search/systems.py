"""The same requests put to each system, answered with what a client would use: decoded rows, a total, four facets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import orjson
import tantivy
from tantivy import FieldType, Index, Occur, Order, Query

from benchmarks.search.corpus import DEEP, FACET_SIZE, FACETS, Asked
from benchmarks.search.serving import Client
from schemas.query import DEFAULT_LIMIT, MAX_LIMIT, StatementQuery
from search.analysis import stems, words
from search.elastic.engine import ElasticEngine
from search.embedded.schema import register
from search.engine import Engine

STEMMED = ("stems", "title_stems")

Ask = Callable[[Asked], int]  # the total found, to compare


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
            fields["facets"] = ",".join(facet.value for facet in FACETS)
        if asked.deep:
            fields["cursor"] = deep(query)
        if not asked.rows:
            fields["limit"] = 1  # the API always gives rows
        return int(client.get("/v1/statements", fields)["total"]["value"])

    return ask


def raw_tantivy(folder: Path) -> Ask:
    """The index that our engine wrote, with queries written by hand for each request."""
    (place,) = folder.glob("index-*")
    index = register(Index.open(str(place)))
    layout = index.schema
    counts = {f.value: {"terms": {"field": f.value, "size": FACET_SIZE, "segment_size": 1 << 30}} for f in FACETS}

    def compiled(asked: Asked) -> Query:
        parts = []
        if asked.phrase:
            said = words(" ".join(asked.words))
            parts.append(either(Query.phrase_query(layout, field, said) for field in ("words", "title_words")))
        else:
            found = [
                [Query.term_query(layout, field, stem) for field in STEMMED] for stem in stems(" ".join(asked.words))
            ]
            parts += map(either, found)
        if asked.country:
            parts.append(Query.term_query(layout, "speaker_country", asked.country))
        if asked.years:
            first, last = days(asked.years)
            parts.append(Query.range_query(layout, "published_first", FieldType.Unsigned, first, last))
        return Query.boolean_query([(Occur.Must, part) for part in parts])

    def keyed(searcher: tantivy.Searcher, query: Query, count: int) -> list[Any]:
        return searcher.search(query, count, count=False, order_by_field="published_newest", order=Order.Desc).hits

    @cache
    def key_at_depth(asked: Asked) -> int:
        return int(keyed(index.searcher(), compiled(asked), DEEP)[-1][0])

    def ask(asked: Asked) -> int:
        searcher, query, total = index.searcher(), compiled(asked), 0
        if asked.deep:
            total = searcher.search(query, 1, count=True).count
            below = Query.range_query(layout, "published_newest", FieldType.Unsigned, None, key_at_depth(asked) - 1)
            query = Query.boolean_query([(Occur.Must, query), (Occur.Must, below)])
            hits = keyed(searcher, query, DEFAULT_LIMIT)
        elif asked.newest:
            found = searcher.search(
                query, DEFAULT_LIMIT, count=True, order_by_field="published_newest", order=Order.Desc
            )
            hits, total = found.hits, found.count
        elif asked.rows:
            found = searcher.search(query, DEFAULT_LIMIT, count=True)
            hits, total = found.hits, found.count
        else:
            hits = []
        for _, address in hits:
            orjson.loads(searcher.doc(address).get_first("stored"))
        if asked.facets:
            searcher.aggregate(query, counts)
        return total

    return ask


def either(queries: Any) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def days(years: tuple[int, int]) -> tuple[int, int]:
    return date(years[0], 1, 1).toordinal(), date(years[1], 12, 31).toordinal()


def datasette(client: Client) -> Ask:
    """The JSON of the table, as its own page asks for it. Without an order it gives rows by their number."""

    @cache
    def token_at_depth(asked: Asked) -> str:
        fields = parameters(asked) | {"_size": 1000, "_nocount": 1}
        for _ in range(DEEP // 1000):
            following = client.get("/statements/statements.json", fields)["next"]
            if following is None:
                break
            fields["_next"] = following
        return str(fields.get("_next", ""))

    def ask(asked: Asked) -> int:
        fields = parameters(asked)
        if asked.facets:
            fields |= {"_facet": [facet.value for facet in FACETS], "_facet_size": FACET_SIZE}
        if asked.deep:
            fields["_next"] = token_at_depth(asked)
        if not asked.rows:
            fields |= {"_size": 0, "_nocount": 1}
        query = [
            (name, each) for name, value in fields.items() for each in (value if isinstance(value, list) else [value])
        ]
        return int(client.get("/statements/statements.json", query)["filtered_table_rows_count"] or 0)  # type: ignore[arg-type]

    return ask


def parameters(asked: Asked) -> dict[str, Any]:
    fields: dict[str, Any] = {"_shape": "objects", "_size": DEFAULT_LIMIT}
    if asked.words:
        text = " ".join(asked.words)
        fields["_search"] = f'"{text}"' if asked.phrase else text
    if asked.country:
        fields["speaker_country__exact"] = asked.country
    if asked.years:
        first, last = asked.years
        fields |= {"published_on__gte": f"{first}-01-01", "published_on__lte": f"{last}-12-31"}
    if asked.newest:
        fields["_sort_desc"] = "published_on"
    return fields


def raw_elasticsearch(client: Client, engine: ElasticEngine) -> Ask:
    """One `_search` of what our engine asks for in its two requests, sent and decoded without Elastic's client."""
    recorded: list[tuple[str, Any]] = []
    perform = engine.client.transport.perform_request
    own = in_process(engine)

    def recording(method: str, target: str, **rest: Any) -> Any:
        recorded.append((target, rest.get("body")))
        return perform(method, target, **rest)

    @cache
    def prepared(asked: Asked) -> tuple[str, bytes]:
        """From what our engine sends: the search, and with it the counts that it sends in a request of their own."""
        if asked.deep:
            own(asked)  # walks to the depth, which is not to be recorded
        engine.client.transport.perform_request = recording  # type: ignore[method-assign,assignment]
        try:
            own(asked)
        finally:
            engine.client.transport.perform_request = perform  # type: ignore[method-assign]
            sent = [(target, body) for target, body in recorded if body]
            recorded.clear()
        target, body = sent[0]
        if "_msearch" in target:
            head, body = body
            return f"/{head['index']}/_search", orjson.dumps(body | {"track_total_hits": False})
        if len(sent) > 1:
            body = body | {"aggs": sent[1][1][1]["aggs"]}
        return target, orjson.dumps(body)

    def ask(asked: Asked) -> int:
        hits = client.post(*prepared(asked))["hits"]
        return int(hits["total"]["value"]) if asked.rows else 0

    return ask
