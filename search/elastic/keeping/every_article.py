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
from search.elastic.searching.article_reader import FIELDS, intact, joined, these_articles
from search.elastic.searching.compiler import Clause
from search.elastic.searching.results import View

AT_ONCE = 100  # articles in memory
STATEMENTS_AT_ONCE = 1_000


def every_article(client: Elasticsearch, articles: str, statements: str) -> Generator[SplitArticle]:
    """All that the indices hold now, by id. One that somebody is writing now is given as it is a moment later."""
    both = f"{articles},{statements}"
    view = View(both, point_in_time(client, both))
    after = None
    try:
        while True:
            hits = found_in(client, view, WHOLE, after, AT_ONCE, FIELDS)
            found = statements_in(client, view, [hit["_id"] for hit in hits])
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
            client.close_point_in_time(id=str(view.pit))


def statements_in(client: Elasticsearch, view: View, article_ids: Sequence[str]) -> Iterator[Document]:
    after = None
    of_these: Clause = {"terms": {"article": list(article_ids)}}
    while True:
        hits = found_in(client, view, of_these, after, STATEMENTS_AT_ONCE, ["stored.statement"])
        yield from hits
        if len(hits) < STATEMENTS_AT_ONCE:
            return
        after = hits[-1]["sort"]


def found_in(
    client: Elasticsearch, view: View, query: Clause, after: Any, size: int, fields: Sequence[str]
) -> Sequence[Document]:
    answer = client.search(
        query=query,
        sort=[{"id": "asc"}],
        search_after=after,
        size=size,
        source_includes=list(fields),
        track_total_hits=False,
        allow_partial_search_results=False,
        **view.where(query),
    )
    view.pit = answer["pit_id"]
    hits: Sequence[Document] = answer["hits"]["hits"]
    return hits
