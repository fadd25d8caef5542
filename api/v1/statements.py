"""Statements: a search, and one by its id."""

from __future__ import annotations

from functools import partial

from api.addresses import address, link_to_next
from api.engine import current_engine
from api.parameters import Blueprint
from api.searching import Answer, search
from schemas.statement import FoundStatement
from schemas.wire.page import OneStatementSchema, StatementsSchema
from schemas.wire.query import Search, SearchSchema

LINK = {"description": 'the next page, as rel="next"', "schema": {"type": "string"}}

blueprint = Blueprint("statements", __name__, url_prefix="/v1/statements", description="What was said, and by whom")


@blueprint.route("")
@blueprint.query(SearchSchema)
@blueprint.response(
    200, StatementsSchema, headers={"Link": {"description": 'rel="next"', "schema": {"type": "string"}}}
)
def statements(asked: Search) -> tuple[Answer, dict[str, str]]:
    """Search statements

    All filters must hold; within a filter any of its values will do.
    """
    here = partial(address, "statements.statements", facets=asked.facets)
    answer = search(current_engine(), asked.query, asked.facets, here)
    return answer, link_to_next(asked.query, answer.next, here)


@blueprint.route("/<statement_id>")
@blueprint.response(200, OneStatementSchema)
def statement(statement_id: str) -> dict[str, FoundStatement]:
    """One statement"""
    return {"data": current_engine().get(statement_id)}
