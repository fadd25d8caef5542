"""Articles, by the fields that only they have."""

from __future__ import annotations

from schemas.page import ArticlePage, Total
from schemas.query import ArticleQuery
from search import cursor
from search.embedded import paging
from search.embedded.compiling import ArticleCompiler
from search.embedded.folder import Folder, translated
from search.embedded.schema import OF_ARTICLE
from search.plan import Plan
from search.stored import found_article_from_json


def articles(folder: Folder, compiler: ArticleCompiler, query: ArticleQuery) -> ArticlePage:
    plan = Plan.of_articles(query)
    after = cursor.decode(query, (int, str))
    compiled = compiler.matching(plan)
    field = f"{OF_ARTICLE}{plan.dates}_{plan.order.value}"
    with translated(folder.path, "searched"):
        searcher = folder.searcher()
        start = (int(str(after[0])), str(after[1])) if after else None
        hits, total = paging.by_key(searcher, compiled, compiler.layout, field, start, query.limit + 1, part="digest")
        if total is None:
            total = paging.counted(searcher.search(compiled, 1, count=True))
    shown = hits[: query.limit]
    following = cursor.encode(query, (shown[-1].key, shown[-1].id)) if len(hits) > query.limit else None
    return ArticlePage(tuple(found_article_from_json(hit.stored) for hit in shown), Total(total), following)
