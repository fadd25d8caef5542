"""Articles, by what is known of them as wholes. One whose first writing was cut off is not among them."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.page import ArticlePage
from schemas.query import ArticleQuery
from search.documents.serialization import StoredArticle, taken
from search.elastic.searching.compiler import SORTED_BY, matching
from search.elastic.searching.reader import Reader
from search.elastic.searching.results import Results
from search.queries import cursor
from search.queries.plan import Plan
from search.results import page_of

WHOLE = {"exists": {"field": "digest"}}


@dataclass
class ArticleResults(Results):
    fingerprint = "text_fingerprint"
    of_copies = ("stored",)
    unread = ("stored.text",)

    def __post_init__(self) -> None:
        self.query = {"bool": {"filter": [matching(self.plan), WHOLE]}}


def articles(reader: Reader, query: ArticleQuery, plan: Plan) -> ArticlePage:
    after = cursor.decode(query, SORTED_BY[plan.order])
    results = ArticleResults(reader, plan, query.collapse)
    shown, more = page_of(results.hits(after, query.limit + 1), query.limit)
    total = results.total()
    found = [taken(StoredArticle, hit.stored).found(group.carried_article if group else None) for hit, group in shown]
    return ArticlePage(tuple(found), total, cursor.encode(query, results.lasting(shown[-1][0].after)) if more else None)
