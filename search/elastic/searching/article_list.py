"""Articles, by what is known of them as wholes, and which of them hold some words.

One whose first writing was cut off is not listed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.page import ArticlePage
from schemas.query import ArticleQuery
from search.documents.serialization import StoredArticle, taken
from search.elastic.searching.compiler import SORTED_BY, WHOLE_ARTICLES, matching
from search.elastic.searching.reader import Reader
from search.elastic.searching.results import Results
from search.queries import cursor
from search.queries.article_words import MOST_ARTICLES
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


def articles_holding(reader: Reader, plan: Plan) -> Sequence[str]:
    """The ids of articles with statements that hold what is asked for."""
    counted = {"terms": {"field": "id", "size": MOST_ARTICLES + 1, "shard_size": MOST_ARTICLES + 1}}
    answer = reader.search(
        query={"bool": {"filter": [matching(plan, WHOLE_ARTICLES)]}},
        size=0,
        track_total_hits=False,
        aggs={"ids": counted},
    )
    return [str(bucket["key"]) for bucket in answer["aggregations"]["ids"]["buckets"]]


def articles(reader: Reader, query: ArticleQuery, plan: Plan) -> ArticlePage:
    after = cursor.decode(query, SORTED_BY[plan.order])
    results = ArticleResults(reader, plan, query.collapse)
    shown, more = page_of(results.hits(after, query.limit + 1), query.limit)
    total = results.total()
    found = [taken(StoredArticle, hit.stored).found(group.carried_article if group else None) for hit, group in shown]
    return ArticlePage(tuple(found), total, cursor.encode(query, results.lasting(shown[-1][0].after)) if more else None)
