"""Articles that carry the text of another. One whose first writing was cut off is not among them."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.copies import Copies
from search.documents.duplicates import CANDIDATES, CANDIDATES_AT_ONCE, Asked
from search.documents.duplicates import copies as compared
from search.documents.serialization import StoredArticle, taken
from search.elastic.searching.article_list import WHOLE
from search.elastic.searching.compiler import Clause
from search.elastic.searching.reader import Reader

OLDEST: list[Clause] = [{"published_oldest": "desc"}, {"id": "asc"}]


def copies(reader: Reader, stored: StoredArticle, limit: int) -> Copies:
    """Of an article as it is stored."""
    asked = Asked.of(stored)
    same_text: Clause = {"term": {"text_fingerprint": asked.shingled.fingerprint}}
    itself: Clause = {"term": {"id": asked.article.id}}
    bands = [{"constant_score": {"filter": {"term": {"bands": band}}}} for band in asked.shingled.bands]
    sharing: Clause = {"bool": {"should": bands, "minimum_should_match": 1, "must_not": [same_text], "filter": [WHOLE]}}
    same = reader.search(
        query={"bool": {"filter": [same_text, WHOLE], "must_not": [itself]}},
        sort=OLDEST,
        size=limit,
        source_includes=["stored"],
        source_excludes=["stored.text"],
        track_total_hits=True,
    )["hits"]
    found = reader.total(sharing)
    identical = (taken(StoredArticle, hit["_source"]["stored"]) for hit in same["hits"])
    return compared(asked, identical, same["total"]["value"], candidates(reader, sharing), found, limit)


def candidates(reader: Reader, query: Clause) -> Iterator[StoredArticle]:
    after = None
    for _ in range(0, CANDIDATES, CANDIDATES_AT_ONCE):
        hits = reader.search(
            query=query,
            sort=[{"_score": "desc"}, *OLDEST],
            search_after=after,
            size=CANDIDATES_AT_ONCE,
            source_includes=["stored"],
            track_total_hits=False,
        )["hits"]["hits"]
        yield from (taken(StoredArticle, hit["_source"]["stored"]) for hit in hits)
        if len(hits) < CANDIDATES_AT_ONCE:
            return
        after = hits[-1]["sort"]
