"""Every article of both indices, as they were at one moment."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from typing import Any

from elasticsearch import ApiError, Elasticsearch, TransportError

from schemas.statement import SplitArticle
from search.elastic.client.connection import point_in_time
from search.elastic.index.documents import Document
from search.elastic.searching.article_list import WHOLE
from search.elastic.searching.article_reader import FIELDS, STATEMENTS_AT_ONCE, intact, joined, these_articles
from search.elastic.searching.compiler import Clause
from search.elastic.searching.reader import Reader

AT_ONCE = 100  # articles in memory


def every_article(client: Elasticsearch, articles: str, statements: str) -> Generator[SplitArticle]:
    """All that the indices hold now, by id. One that somebody is writing now is given as it is a moment later."""
    both = f"{articles},{statements}"
    reader = Reader(client, both, point_in_time(client, both))
    after = None
    try:
        while True:
            hits = found_in(reader, WHOLE, after, AT_ONCE, FIELDS)
            found = statements_in(reader, [hit["_id"] for hit in hits])
            said = {one["_id"]: one["_source"]["stored"]["statement"] for one in found}
            torn = []
            for hit in hits:
                split = joined(hit, said)
                if intact(split, hit):
                    yield split
                else:
                    torn.append(hit["_id"])
            yield from these_articles(client, articles, statements, torn)
            if len(hits) < AT_ONCE:
                return
            after = hits[-1]["sort"]
    finally:
        with suppress(ApiError, TransportError):
            client.close_point_in_time(id=str(reader.pit))


def statements_in(reader: Reader, article_ids: Sequence[str]) -> Iterator[Document]:
    after = None
    of_these: Clause = {"terms": {"article": list(article_ids)}}
    while True:
        hits = found_in(reader, of_these, after, STATEMENTS_AT_ONCE, ["stored.statement"])
        yield from hits
        if len(hits) < STATEMENTS_AT_ONCE:
            return
        after = hits[-1]["sort"]


def found_in(reader: Reader, query: Clause, after: Any, size: int, fields: Sequence[str]) -> Sequence[Document]:
    hits: Sequence[Document] = reader.search(
        query=query,
        sort=[{"id": "asc"}],
        search_after=after,
        size=size,
        source_includes=list(fields),
        track_total_hits=False,
    )["hits"]["hits"]
    return hits
