"""Articles: a list of them, one with its text and its statements, and who else carries it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.context import current_engine
from api.openapi.blueprint import Blueprint
from api.queries.addresses import addresses, links
from api.v1.statements import LINK
from schemas.copies import Copies
from schemas.page import Total
from schemas.query import ArticleQuery
from schemas.statement import FoundArticle, SplitArticle
from schemas.wire.copies import CopiesQuerySchema, CopiesSchema
from schemas.wire.page import ArticlesSchema, OneArticleSchema
from schemas.wire.query import ArticleQuerySchema

blueprint = Blueprint("articles", __name__, url_prefix="/v1/articles", description="Where it was written")


@dataclass(frozen=True, slots=True)
class Articles:
    data: Sequence[FoundArticle]
    total: Total
    next: str | None
    applied: ArticleQuery


@blueprint.operation("", query=ArticleQuerySchema, answer=ArticlesSchema, headers=LINK)
def articles(query: ArticleQuery) -> tuple[Articles, dict[str, str]]:
    """Articles by title, country, outlet and day of publication, without their texts"""
    page = current_engine().articles(query)
    here = addresses("articles.articles")
    return Articles(page.data, page.total, page.next, query), links(query, page.next, here)


@blueprint.operation("/<article_id>", answer=OneArticleSchema)
def article(article_id: str) -> dict[str, SplitArticle]:
    """One article, its text exactly as received, and its statements in the order of the text"""
    return {"data": current_engine().article(article_id)}


@blueprint.operation("/<article_id>/copies", query=CopiesQuerySchema, answer=CopiesSchema)
def copies(asked: dict[str, int], article_id: str) -> Copies:
    """Other articles that carry its text: word for word, cut, or edited

    The same text comes first, by date of publication; then those that share most of it.
    """
    return current_engine().copies(article_id, asked["limit"])
