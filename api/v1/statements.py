"""Statements: a search, one by its id, and what is like it."""

from __future__ import annotations

from collections.abc import Sequence

from api.context import current_engine, current_view
from api.openapi.blueprint import Blueprint
from api.queries.addresses import addresses, links
from api.queries.answer import Answer, search
from api.queries.neighbours import Neighbours, neighbours
from schemas.statement import FoundStatement
from schemas.wire.page import OneStatementSchema, SimilarStatementsSchema, StatementsSchema
from schemas.wire.query import Search, SearchSchema, SimilarSchema

LINK = {"Link": {"description": 'rel="first" and rel="next"', "schema": {"type": "string"}}}

blueprint = Blueprint("statements", __name__, url_prefix="/v1/statements", description="What was said, and by whom")


@blueprint.operation("", query=SearchSchema, answer=StatementsSchema, headers=LINK)
def statements(asked: Search) -> tuple[Answer, dict[str, str]]:
    """Search statements

    All filters must hold; within a filter any of its values will do.
    """
    here = addresses("statements.statements", facets=asked.facets)
    view = current_view() if asked.facets else current_engine()
    answer = search(view, asked.query, asked.facets, here)
    return answer, links(asked.query, answer.next, here)


@blueprint.operation("/<statement_id>", answer=OneStatementSchema)
def statement(statement_id: str) -> dict[str, FoundStatement | Neighbours]:
    """One statement, and those before and after it in the article"""
    view = current_view()
    found = view.get(statement_id)
    said = view.statements_of(found.article.id)
    return {"data": found, "neighbours": neighbours(said, statement_id)}


@blueprint.operation("/<statement_id>/similar", query=SimilarSchema, answer=SimilarStatementsSchema)
def similar(asked: dict[str, int], statement_id: str) -> dict[str, Sequence[FoundStatement]]:
    """Other statements that say much the same, the most similar first

    Copies of the same words are not among them.
    """
    return {"data": current_engine().similar(statement_id, asked["limit"])}
