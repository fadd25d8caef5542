"""Articles that carry the text of another, by the fields that only articles have."""

from __future__ import annotations

from collections.abc import Iterator

from tantivy import Query, Searcher

from schemas.copies import Copies
from search.documents.duplicates import CANDIDATES, CANDIDATES_AT_ONCE, Asked
from search.documents.duplicates import copies as compared
from search.documents.serialization import StoredArticle
from search.embedded.index.schema import OF_ARTICLE
from search.embedded.searching import pages
from search.embedded.searching.compiler import ArticleCompiler, either

TEXT, BANDS, OLDEST = (f"{OF_ARTICLE}{name}" for name in ("text_fingerprint", "bands", "published_oldest"))


def copies(searcher: Searcher, compiler: ArticleCompiler, stored: StoredArticle, limit: int) -> Copies:
    """Of an article as it is stored."""
    asked = Asked.of(stored)
    fingerprint = asked.shingled.fingerprint
    alike = compiler.without(compiler.term(TEXT, fingerprint), "article", asked.article.id)
    same, same_total = pages.by_key(searcher, alike, compiler.layout, OLDEST, None, limit, StoredArticle)
    bands = [Query.const_score_query(compiler.term(BANDS, band), 1.0) for band in asked.shingled.bands]
    sharing = compiler.without(either(bands), TEXT, fingerprint)
    found = pages.counted(searcher.search(sharing, 1, count=True))
    return compared(
        asked, (hit.stored for hit in same), int(same_total or 0), candidates(searcher, sharing), found, limit
    )


def candidates(searcher: Searcher, query: Query) -> Iterator[StoredArticle]:
    for first in range(0, CANDIDATES, CANDIDATES_AT_ONCE):
        hits, _ = pages.by_score(searcher, query, OLDEST, first, CANDIDATES_AT_ONCE, StoredArticle)
        yield from (hit.stored for hit in hits)
        if len(hits) < CANDIDATES_AT_ONCE:
            return
