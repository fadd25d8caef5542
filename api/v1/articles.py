"""One article, with its text and its statements."""

from __future__ import annotations

from api.engine import current_engine
from api.parameters import Blueprint
from schemas.statement import SplitArticle
from schemas.wire.page import OneArticleSchema

blueprint = Blueprint("articles", __name__, url_prefix="/v1/articles", description="Where it was written")


@blueprint.route("/<article_id>")
@blueprint.response(200, OneArticleSchema)
def article(article_id: str) -> dict[str, SplitArticle]:
    """One article, its text exactly as received, and its statements in the order of the text"""
    return {"data": current_engine().article(article_id)}
