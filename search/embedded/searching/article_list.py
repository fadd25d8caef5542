"""Articles, by the fields that only they have."""

from __future__ import annotations

from tantivy import Searcher

from schemas.page import ArticlePage
from schemas.query import ArticleQuery
from search.documents.serialization import StoredArticle
from search.embedded.searching.compiler import ArticleCompiler
from search.embedded.searching.pages import start_of
from search.embedded.searching.results import Results
from search.queries import cursor
from search.queries.plan import Plan
from search.results import page_of


def articles(searcher: Searcher, compiler: ArticleCompiler, query: ArticleQuery, plan: Plan) -> ArticlePage:
    start = start_of(query)
    results = Results(StoredArticle, searcher, compiler, plan, query.collapse)
    shown, more = page_of(results.hits(start, query.limit + 1), query.limit)
    total = results.total()
    found = [hit.stored.found(group.carried_article if group else None) for hit, group in shown]
    following = cursor.encode(query, (shown[-1][0].key, shown[-1][0].id)) if more else None
    return ArticlePage(tuple(found), total, following)
