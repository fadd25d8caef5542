"""Articles that carry the text of another. One whose first writing was cut off is not among them."""

from __future__ import annotations

from collections.abc import Iterator

from elasticsearch import Elasticsearch

from schemas.copies import Copies
from search.documents.duplicates import CANDIDATES, CANDIDATES_AT_ONCE, Asked
from search.documents.duplicates import copies as compared
from search.documents.serialization import StoredArticle, taken
from search.elastic.searching.article_list import WHOLE
from search.elastic.searching.compiler import Clause

OLDEST: list[Clause] = [{"published_oldest": "desc"}, {"id": "asc"}]


def copies(client: Elasticsearch, index: str, stored: StoredArticle, limit: int) -> Copies:
    """Of an article as it is stored."""
    asked = Asked.of(stored)
    same_text: Clause = {"term": {"text_fingerprint": asked.shingled.fingerprint}}
    itself: Clause = {"term": {"id": asked.article.id}}
    bands = [{"constant_score": {"filter": {"term": {"bands": band}}}} for band in asked.shingled.bands]
    sharing: Clause = {"bool": {"should": bands, "minimum_should_match": 1, "must_not": [same_text], "filter": [WHOLE]}}
    same = client.search(
        index=index,
        query={"bool": {"filter": [same_text, WHOLE], "must_not": [itself]}},
        sort=OLDEST,
        size=limit,
        source_includes=["stored"],
        source_excludes=["stored.text"],
        track_total_hits=True,
        allow_partial_search_results=False,
    )["hits"]
    found = client.search(
        index=index, query=sharing, size=0, track_total_hits=True, allow_partial_search_results=False
    )["hits"]["total"]["value"]
    identical = (taken(StoredArticle, hit["_source"]["stored"]) for hit in same["hits"])
    return compared(asked, identical, same["total"]["value"], candidates(client, index, sharing), found, limit)


def candidates(client: Elasticsearch, index: str, query: Clause) -> Iterator[StoredArticle]:
    after = None
    for _ in range(0, CANDIDATES, CANDIDATES_AT_ONCE):
        hits = client.search(
            index=index,
            query=query,
            sort=[{"_score": "desc"}, *OLDEST],
            search_after=after,
            size=CANDIDATES_AT_ONCE,
            source_includes=["stored"],
            track_total_hits=False,
            allow_partial_search_results=False,
        )["hits"]["hits"]
        yield from (taken(StoredArticle, hit["_source"]["stored"]) for hit in hits)
        if len(hits) < CANDIDATES_AT_ONCE:
            return
        after = hits[-1]["sort"]
