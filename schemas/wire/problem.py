"""A problem in JSON, with the same members in every answer."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, pre_dump

from schemas.problem import Problem
from schemas.wire.base import Schema

MEDIA_TYPE = "application/problem+json"
TYPE = "urn:problem-type:demarche:"


class FaultSchema(Schema):
    code = fields.String(required=True, metadata={"description": "for programs: it keeps its meaning"})
    detail = fields.String(required=True, metadata={"description": "for people: what is wrong"})
    parameter = fields.String(
        allow_none=True, metadata={"description": "the parameter that is mistaken; null where it is none"}
    )
    position = fields.Integer(allow_none=True, metadata={"description": "code point in the parameter's value"})
    hint = fields.String(allow_none=True, metadata={"description": "what to write instead"})


class ProblemSchema(FaultSchema):
    """The members of the first fault, and all of them under `errors`."""

    type = fields.String(required=True)
    title = fields.String(required=True, metadata={"description": "the code in words"})
    status = fields.Integer(required=True, metadata={"description": "the HTTP status"})
    request_id = fields.String(required=True, metadata={"description": "as in X-Request-ID and in the server's log"})
    errors = fields.List(
        fields.Nested(FaultSchema),
        required=True,
        metadata={"description": "all mistakes, the first of which stands above"},
    )

    @pre_dump
    def flatten(self, problem: Problem, **kwargs: Any) -> dict[str, Any]:
        first = problem.faults[0]
        return {
            "type": TYPE + first.code,
            "title": first.code.replace("-", " ").capitalize(),
            "status": problem.status,
            "detail": first.detail,
            "code": first.code,
            "parameter": first.parameter,
            "position": first.position,
            "hint": first.hint,
            "request_id": problem.request_id,
            "errors": problem.faults,
        }
