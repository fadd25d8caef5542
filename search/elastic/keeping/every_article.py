"""Every article of both indices, as they were at one moment."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import suppress
from itertools import chain

from elasticsearch import ApiError, Elasticsearch, TransportError

from schemas.statement import SplitArticle
from search.elastic.client.connection import point_in_time
from search.elastic.searching.article_list import WHOLE
from search.elastic.searching.article_reader import FIELDS, STATEMENTS_AT_ONCE, intact, joined, these_articles
from search.elastic.searching.compiler import Clause
from search.elastic.searching.reader import Reader

AT_ONCE = 100  # articles in memory
BY_ID = ({"id": "asc"},)


def every_article(client: Elasticsearch, articles: str, statements: str) -> Generator[SplitArticle]:
    """All that the indices hold now, by id. One that somebody is writing now is given as it is a moment later."""
    both = f"{articles},{statements}"
    reader = Reader(client, both, point_in_time(client, both))
    try:
        for hits in reader.batches(WHOLE, BY_ID, AT_ONCE, FIELDS):
            of_these: Clause = {"terms": {"article": [hit["_id"] for hit in hits]}}
            found = chain.from_iterable(reader.batches(of_these, BY_ID, STATEMENTS_AT_ONCE, ["stored.statement"]))
            said = {one["_id"]: one["_source"]["stored"]["statement"] for one in found}
            torn = []
            for hit in hits:
                split = joined(hit, said)
                if intact(split, hit):
                    yield split
                else:
                    torn.append(hit["_id"])
            yield from these_articles(client, articles, statements, torn)
    finally:
        with suppress(ApiError, TransportError):
            client.close_point_in_time(id=str(reader.pit))
