"""Every article of one view of the index."""

from __future__ import annotations

from collections.abc import Iterator

from tantivy import Searcher

from schemas.statement import SplitArticle
from search.documents.serialization import StoredArticle
from search.embedded.index.schema import OF_ARTICLE
from search.embedded.searching import pages
from search.embedded.searching.article_reader import AT_ONCE, with_statements
from search.embedded.searching.compiler import ArticleCompiler

ORDER = f"{OF_ARTICLE}published_newest"


def every_article(searcher: Searcher, compiler: ArticleCompiler) -> Iterator[SplitArticle]:
    after: pages.Key | None = None
    while True:
        hits, _ = pages.by_key(searcher, compiler.every(), compiler.layout, ORDER, after, AT_ONCE, StoredArticle)
        yield from with_statements(searcher, compiler, [hit.stored for hit in hits])
        if len(hits) < AT_ONCE:
            return
        after = hits[-1].key, hits[-1].id
