"""A statement in JSON, as DESIGN's data model and docs/api.md show it."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, post_load

from schemas.statement import Act, Context, Cue, Kind, Speaker, Statement
from schemas.wire.article import SourceSchema
from schemas.wire.fields import CountryField, PartialDateField, SpanField
from schemas.wire.lean import LeanSchema


class SpeakerSchema(LeanSchema):
    name = fields.String(required=True)
    mention = SpanField(required=True)
    role = fields.String(load_default=None, allow_none=True)
    organisation = fields.String(load_default=None, allow_none=True)
    countries = fields.List(CountryField(), load_default=())

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Speaker:
        return Speaker(**data | {"countries": tuple(data["countries"])})


class CueSchema(LeanSchema):
    text = fields.String(required=True)
    span = SpanField(required=True)
    lemma = fields.String(required=True)
    act = fields.Enum(Act, by_value=True, required=True)

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Cue:
        return Cue(**data)


class ContextSchema(LeanSchema):
    before = fields.String(required=True)
    after = fields.String(required=True)

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Context:
        return Context(**data)


class StatementSchema(LeanSchema):
    """A statement by itself, as `demarche extract` prints it and as NDJSON with split statements brings it."""

    id = fields.String()
    kind = fields.Enum(Kind, by_value=True, required=True)
    text = fields.String(required=True)
    spans = fields.List(SpanField(), required=True)
    speaker = fields.Nested(SpeakerSchema, allow_none=True)
    cue = fields.Nested(CueSchema, allow_none=True)
    countries = fields.List(CountryField())
    territories = fields.List(fields.String())
    said_on = PartialDateField(allow_none=True)
    context = fields.Nested(ContextSchema)
    fingerprint = fields.String()


class ArticleHeadSchema(LeanSchema):
    id = fields.String(required=True)
    title = fields.String(required=True)
    url = fields.String(allow_none=True, required=True)


class CopySchema(LeanSchema):
    id = fields.String(attribute="statement_id", required=True)
    article = fields.Nested(ArticleHeadSchema, required=True)
    source = fields.Nested(SourceSchema, attribute="article.source", allow_none=True, required=True)
    published_on = PartialDateField(attribute="article.published_on", allow_none=True, required=True)


class CarriedSchema(LeanSchema):
    """The copies that a result stands for: how many statements with itself, in how many outlets, the first others."""

    statements = fields.Integer(required=True)
    outlets = fields.Integer(required=True)
    others = fields.List(fields.Nested(CopySchema), required=True)


class FoundStatementSchema(StatementSchema):
    """A statement as a search returns it: with its article, outlet and the marked words."""

    published_on = PartialDateField(allow_none=True)
    article = fields.Nested(ArticleHeadSchema)
    source = fields.Nested(SourceSchema, allow_none=True)
    highlight = fields.List(fields.String())
    carried = fields.Nested(CarriedSchema, allow_none=True, metadata={"description": "null unless copies were folded"})

    def path(self, name: str) -> str:
        if name in Statement.__dataclass_fields__:
            return f"statement.{name}"
        return f"article.{name}" if name in ("published_on", "source") else name
