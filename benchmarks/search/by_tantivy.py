"""tantivy by hand: the index that our engine wrote, with queries written for each request."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import orjson
from tantivy import FieldType, Index, Occur, Order, Query, Searcher

from benchmarks.search.corpus import DEEP, FACET_SIZE, FACETS, Ask, Asked
from schemas.query import DEFAULT_LIMIT
from search.embedded.index.schema import register, schema
from search.text.analysis import stems, words

LAYOUT = schema()
KEY = "published_newest"
COUNTS = {facet: {"terms": {"field": facet, "size": FACET_SIZE, "segment_size": 1 << 30}} for facet in FACETS}


def asking(folder: Path) -> Ask:
    (place,) = folder.glob("index-*")
    index = register(Index.open(str(place)))

    @cache
    def key_at_depth(asked: Asked) -> int:
        return int(newest(index.searcher(), compiled(asked), DEEP).hits[-1][0])

    def ask(asked: Asked) -> int:
        searcher, query = index.searcher(), compiled(asked)
        total = 0
        if asked.deep:
            total = searcher.search(query, 1, count=True).count
            below = Query.range_query(LAYOUT, KEY, FieldType.Unsigned, None, key_at_depth(asked) - 1)
            read(searcher, newest(searcher, both([query, below]), DEFAULT_LIMIT))
        elif asked.rows:
            found = newest(searcher, query) if asked.newest else searcher.search(query, DEFAULT_LIMIT, count=True)
            read(searcher, found)
            total = found.count
        if asked.facets:
            searcher.aggregate(query, COUNTS)
        return total

    return ask


def newest(searcher: Searcher, query: Query, limit: int = DEFAULT_LIMIT) -> Any:
    return searcher.search(query, limit, count=True, order_by_field=KEY, order=Order.Desc)


def read(searcher: Searcher, found: Any) -> None:
    for _, address in found.hits:
        orjson.loads(searcher.doc(address).get_first("stored"))


def compiled(asked: Asked) -> Query:
    text, parts = " ".join(asked.words), []
    if asked.phrase:
        parts.append(either([Query.phrase_query(LAYOUT, field, words(text)) for field in ("words", "title_words")]))
    else:
        found = [[Query.term_query(LAYOUT, field, stem) for field in ("stems", "title_stems")] for stem in stems(text)]
        parts += map(either, found)
    if asked.country:
        parts.append(Query.term_query(LAYOUT, "speaker_country", asked.country))
    if asked.years:
        first, last = (date(asked.years[0], 1, 1).toordinal(), date(asked.years[1], 12, 31).toordinal())
        parts.append(Query.range_query(LAYOUT, "published_first", FieldType.Unsigned, first, last))
    return both(parts)


def both(queries: list[Query]) -> Query:
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def either(queries: list[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])
