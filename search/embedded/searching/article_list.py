"""Articles, by the fields that only they have; and which of them hold some words."""

from __future__ import annotations

from collections.abc import Sequence

from tantivy import Searcher

from schemas.page import ArticlePage
from schemas.query import ArticleQuery
from search import budget
from search.documents.serialization import StoredArticle
from search.embedded.index.schema import OWN_KEY
from search.embedded.searching.compiler import ArticleCompiler, TextCompiler, unranked
from search.embedded.searching.pages import start_of
from search.embedded.searching.results import Results
from search.queries import cursor
from search.queries.article_words import MOST_ARTICLES
from search.queries.plan import Plan
from search.results import page_of


def articles_holding(searcher: Searcher, compiler: TextCompiler, plan: Plan) -> Sequence[int]:
    """The keys of articles with statements that hold what is asked for."""
    budget.check()
    most = max(1, min(MOST_ARTICLES + 1, searcher.num_docs))
    hits = searcher.search(unranked(compiler.matching(plan)), most, count=False).hits
    return [int(key or 0) for key in searcher.fast_field_values(OWN_KEY, [address for _, address in hits])]


def articles(searcher: Searcher, compiler: ArticleCompiler, query: ArticleQuery, plan: Plan) -> ArticlePage:
    start = start_of(query)
    results = Results(StoredArticle, searcher, compiler, plan, query.collapse)
    shown, more = page_of(results.hits(start, query.limit + 1), query.limit)
    total = results.total()
    found = [hit.stored.found(group.carried_article if group else None) for hit, group in shown]
    following = cursor.encode(query, (shown[-1][0].key, shown[-1][0].id)) if more else None
    return ArticlePage(tuple(found), total, following)
