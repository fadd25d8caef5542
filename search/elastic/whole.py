"""Articles with all their statements, read back."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from elasticsearch import ApiError, Elasticsearch, TransportError

from schemas.statement import SplitArticle
from search.elastic.connection import point_in_time
from search.elastic.documents import Document, read
from search.elastic.listing import WHOLE
from search.stored import article_from_json, statement_from_json
from search.walking import KEPT_SECONDS

AT_ONCE = 100  # articles in memory
FIELDS = ["stored", "statement_ids"]
TRIES = 3  # of an article that somebody changed between two requests


def articles_in(client: Elasticsearch, articles: str, statements: str) -> Generator[SplitArticle]:
    """All that the index of articles holds now, by id; each with its statements, as they are when it is given."""
    pit = point_in_time(client, articles)
    after = None
    try:
        while True:
            answer = client.search(
                query=WHOLE,
                pit={"id": pit, "keep_alive": f"{KEPT_SECONDS}s"},
                sort=[{"id": "asc"}],
                search_after=after,
                size=AT_ONCE,
                source_includes=FIELDS,
                track_total_hits=False,
                allow_partial_search_results=False,
            )
            pit, hits = answer["pit_id"], answer["hits"]["hits"]
            yield from with_statements(client, articles, statements, hits)
            if len(hits) < AT_ONCE:
                return
            after = hits[-1]["sort"]
    finally:
        with suppress(ApiError, TransportError):
            client.close_point_in_time(id=pit)


def these_articles(
    client: Elasticsearch, articles: str, statements: str, ids: Sequence[str], tries: int = TRIES
) -> Iterator[SplitArticle]:
    """Those that are there."""
    found = [one for one in read(client, articles, ids, FIELDS) if "stored" in one["_source"]]
    yield from with_statements(client, articles, statements, found, tries)


def with_statements(
    client: Elasticsearch, articles: str, statements: str, found: Sequence[Document], tries: int = TRIES
) -> Iterator[SplitArticle]:
    """An article that lacks some of its statements was changed meanwhile, and is read again. Where it lacks them still,
    its writing was cut off, and is given with what there is, as it is found by a search.
    """
    ids = [id_ for one in found for id_ in one["_source"]["statement_ids"]]
    said: Mapping[str, Any] = {
        one["_id"]: one["_source"]["stored"]["statement"] for one in read(client, statements, ids, ["stored.statement"])
    }
    torn = []
    for one in found:
        source = one["_source"]
        own = [said[id_] for id_ in source["statement_ids"] if id_ in said]
        if len(own) < len(source["statement_ids"]) and tries > 1:
            torn.append(one["_id"])
        else:
            yield article_from_json(source["stored"], tuple(map(statement_from_json, own)))
    if torn:
        yield from these_articles(client, articles, statements, torn, tries - 1)
