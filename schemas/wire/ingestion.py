"""What becomes of articles that a client sends."""

from __future__ import annotations

from typing import ClassVar

from marshmallow import fields

from schemas.ingestion import Outcome
from schemas.wire.article import LONGEST_ID, ArticleSchema
from schemas.wire.base import Schema
from schemas.wire.page import LANGUAGE, SPLIT
from schemas.wire.problem import FaultSchema
from schemas.wire.statement import StatementSchema
from schemas.wire.values import CountryField, SpanField

NOT_TAKEN = {"description": "given out with an article, and passed over"}
OUTCOMES = [outcome.value for outcome in Outcome]


class SentStatementSchema(Schema):
    """A statement that the sender has split out, with members of a statement as the API gives it; only `kind` and
    `spans` must be there.
    """

    class Meta:
        include: ClassVar = {
            name: fields.Raw(allow_none=True) for name in StatementSchema().fields if name not in ("kind", "spans")
        }

    kind = fields.String(required=True, metadata={"enum": ["direct", "mixed", "indirect"]})
    spans = fields.List(SpanField(), required=True, metadata={"minItems": 1})


class SentArticleSchema(ArticleSchema):
    """An article as it is sent. Only `text` is required, and other members than these are refused."""

    id = fields.Raw(  # type: ignore[assignment]
        metadata={
            "anyOf": [
                {"type": "string", "minLength": 1, "maxLength": LONGEST_ID, "pattern": r"^[\w.:/-]+$"},
                {"type": "integer"},
            ],
            "description": "what names it within its outlet; without one its address does, or else its content",
            "example": "harbour-2024-17",
        }
    )

    text = fields.String(
        required=True, metadata={"minLength": 1, "pattern": r"\S", "example": "Armenia said it would open the road."}
    )
    source = fields.Raw(  # type: ignore[assignment]  # described as it is sent, not as it is read
        metadata={
            "anyOf": [
                {"type": "string", "format": "outlet"},
                {
                    "type": "object",
                    "properties": {"id": {}, "name": {"type": "string", "format": "outlet"}},
                    "required": ["name"],
                    "additionalProperties": False,
                },
            ],
            "description": "the outlet's name, or an object that has it",
            "example": "Harbour Herald",
        }
    )
    statements = fields.List(
        fields.Nested(SentStatementSchema),
        allow_none=True,
        metadata={"description": "taken as they are, in place of those that Demarche would find"},
    )
    countries = fields.Raw(allow_none=True, metadata={"description": "codes; taken beside `statements` alone"})
    territories = fields.Raw(allow_none=True, metadata={"description": "names; taken beside `statements` alone"})
    extractor = fields.Raw(allow_none=True, metadata=NOT_TAKEN)
    ingested_at = fields.Raw(allow_none=True, metadata=NOT_TAKEN)
    checksum = fields.Raw(allow_none=True, metadata=NOT_TAKEN)
    split = fields.Raw(allow_none=True, metadata=NOT_TAKEN)
    content_hash = fields.Raw(allow_none=True, metadata=NOT_TAKEN)


class ReceivedSchema(Schema):
    """What became of one article."""

    status = fields.String(required=True, metadata={"enum": OUTCOMES})
    id = fields.String(required=True, allow_none=True, metadata={"description": "null where it was refused unread"})
    url = fields.String(required=True, allow_none=True, metadata={"description": "its address in this API"})
    statements = fields.Integer(
        required=True, allow_none=True, metadata={"description": "how many were stored now; null where none were"}
    )
    language = fields.String(required=True, allow_none=True, metadata={"description": LANGUAGE})
    split = fields.Boolean(required=True, allow_none=True, metadata={"description": f"{SPLIT}; null where refused"})
    errors = fields.List(fields.Nested(FaultSchema), required=True, metadata={"description": "why it was refused"})
    warnings = fields.List(
        fields.Nested(FaultSchema), required=True, metadata={"description": "what it was taken without"}
    )


class WrittenSchema(Schema):
    data = fields.List(
        fields.Nested(ReceivedSchema), required=True, metadata={"description": "in the order in which they were sent"}
    )
    counts = fields.Dict(
        keys=fields.String(), values=fields.Integer(), required=True, metadata={"description": "articles by status"}
    )


class ExtractedSchema(Schema):
    """What indexing the article would store, but for its text."""

    id = fields.String(required=True)
    content_hash = fields.String(required=True)
    language = fields.String(required=True, allow_none=True, metadata={"description": LANGUAGE})
    split = fields.Boolean(required=True, metadata={"description": SPLIT})
    countries = fields.List(CountryField(), required=True)
    territories = fields.List(fields.String(), required=True)
    extractor = fields.String(required=True)
    statements = fields.List(fields.Nested(StatementSchema), required=True)


class OneExtractedSchema(Schema):
    data = fields.Nested(ExtractedSchema, required=True)
