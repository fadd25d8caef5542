"""Articles, by the fields that only they have."""

from __future__ import annotations

from itertools import islice

from schemas.page import ArticlePage
from schemas.query import ArticleQuery
from search.documents.serialization import StoredArticle
from search.embedded.index.faults import translated
from search.embedded.index.folder import Folder
from search.embedded.searching.compiler import ArticleCompiler
from search.embedded.searching.results import Results
from search.queries import cursor
from search.queries.plan import Plan


def articles(folder: Folder, compiler: ArticleCompiler, query: ArticleQuery) -> ArticlePage:
    plan = Plan.of_articles(query)
    after = cursor.decode(query, (int, str))
    start = (int(str(after[0])), str(after[1])) if after else None
    with translated(folder.path, "searched"):
        results = Results(StoredArticle, folder.searcher(), compiler, plan, query.collapse)
        shown = list(islice(results.hits(start, query.limit + 1), query.limit + 1))
        total = results.total()
    more = len(shown) > query.limit
    shown = shown[: query.limit]
    found = [hit.stored.found(group.carried_article if group else None) for hit, group in shown]
    following = cursor.encode(query, (shown[-1][0].key, shown[-1][0].id)) if more else None
    return ArticlePage(tuple(found), total, following)
