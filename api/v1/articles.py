"""Articles: a list of them, and one with its text and its statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.addresses import addresses, links
from api.engine import current_engine
from api.parameters import Blueprint
from api.v1.statements import LINK
from schemas.page import Total
from schemas.query import ArticleQuery
from schemas.statement import FoundArticle, SplitArticle
from schemas.wire.page import ArticlesSchema, OneArticleSchema
from schemas.wire.query import ArticleQuerySchema

blueprint = Blueprint("articles", __name__, url_prefix="/v1/articles", description="Where it was written")


@dataclass(frozen=True, slots=True)
class Articles:
    data: Sequence[FoundArticle]
    total: Total
    next: str | None
    applied: ArticleQuery


@blueprint.route("")
@blueprint.query(ArticleQuerySchema)
@blueprint.response(200, ArticlesSchema, headers=LINK)
def articles(query: ArticleQuery) -> tuple[Articles, dict[str, str]]:
    """Articles by title, country, outlet and day of publication, without their texts"""
    page = current_engine().articles(query)
    here = addresses("articles.articles")
    return Articles(page.data, page.total, page.next, query), links(query, page.next, here)


@blueprint.route("/<article_id>")
@blueprint.response(200, OneArticleSchema)
def article(article_id: str) -> dict[str, SplitArticle]:
    """One article, its text exactly as received, and its statements in the order of the text"""
    return {"data": current_engine().article(article_id)}
