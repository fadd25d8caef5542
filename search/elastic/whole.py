"""Articles with all their statements, read back."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from elasticsearch import ApiError, Elasticsearch, TransportError

from schemas.statement import SplitArticle
from search.elastic.compiling import Clause
from search.elastic.connection import point_in_time
from search.elastic.documents import Document, read
from search.elastic.listing import WHOLE
from search.elastic.results import View
from search.stored import Stored, article_from_json, statement_from_json

AT_ONCE = 100  # articles in memory
STATEMENTS_AT_ONCE = 1_000
FIELDS = ["stored", "statement_ids", "digest"]
TRIES = 3  # of an article that somebody changed between two requests

Told = Mapping[str, Any]  # statements as they are stored, by id


def articles_in(client: Elasticsearch, articles: str, statements: str) -> Generator[SplitArticle]:
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


def these_articles(
    client: Elasticsearch, articles: str, statements: str, ids: Sequence[str], tries: int = TRIES
) -> Iterator[SplitArticle]:
    """Those that are there, as they are now.

    One that was changed between the two requests is read again. Where that does not help, its writing was cut off, and
    it is given with what there is, as it is found by a search.
    """
    found = [one for one in read(client, articles, ids, FIELDS) if "stored" in one["_source"]]
    asked = [id_ for one in found for id_ in one["_source"]["statement_ids"]]
    said = {
        one["_id"]: one["_source"]["stored"]["statement"]
        for one in read(client, statements, asked, ["stored.statement"])
    }
    torn = []
    for one in found:
        split = joined(one, said)
        if tries > 1 and not intact(split, one):
            torn.append(one["_id"])
        else:
            yield split
    if torn:
        yield from these_articles(client, articles, statements, torn, tries - 1)


def joined(one: Document, said: Told) -> SplitArticle:
    source = one["_source"]
    own = (said[id_] for id_ in source["statement_ids"] if id_ in said)
    return article_from_json(source["stored"], tuple(map(statement_from_json, own)))


def intact(split: SplitArticle, one: Document) -> bool:
    """Whether these are the statements that it was stored with."""
    return bool(Stored.of(split).digest == one["_source"]["digest"])
