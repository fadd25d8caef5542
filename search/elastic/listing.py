"""Articles, by what is known of them as wholes. One whose first writing was cut off is not among them."""

from __future__ import annotations

from elasticsearch import Elasticsearch

from schemas.page import ArticlePage, Total
from schemas.query import ArticleQuery
from search import cursor
from search.elastic.compiling import SORTED_BY, matching, order
from search.plan import Plan
from search.stored import found_article_from_json

WHOLE = {"exists": {"field": "digest"}}


def articles(client: Elasticsearch, index: str, query: ArticleQuery) -> ArticlePage:
    plan = Plan.of_articles(query)
    answer = client.search(
        index=index,
        query={"bool": {"filter": [matching(plan), WHOLE]}},
        sort=order(plan),
        search_after=cursor.decode(query, SORTED_BY[plan.order]),
        size=query.limit + 1,
        source_includes=["stored"],
        source_excludes=["stored.text"],
        track_total_hits=True,
        allow_partial_search_results=False,
    )
    hits = answer["hits"]["hits"]
    shown = hits[: query.limit]
    return ArticlePage(
        data=tuple(found_article_from_json(hit["_source"]["stored"]) for hit in shown),
        total=Total(answer["hits"]["total"]["value"]),
        next=cursor.encode(query, shown[-1]["sort"]) if len(hits) > query.limit else None,
    )
