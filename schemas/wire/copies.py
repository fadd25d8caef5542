"""The copies of an article, in JSON."""

from __future__ import annotations

from marshmallow import fields

from schemas.copies import DEFAULT_COPIES, Likeness
from schemas.query import MAX_LIMIT
from schemas.wire.article import SourceNameField
from schemas.wire.base import Schema
from schemas.wire.lean import LeanSchema
from schemas.wire.page import TotalSchema
from schemas.wire.parameters import LimitField
from schemas.wire.statement import ArticleHeadSchema
from schemas.wire.values import PartialDateField


class CopiesQuerySchema(Schema):
    limit = LimitField(DEFAULT_COPIES, MAX_LIMIT)


class ArticleCopySchema(LeanSchema):
    article = fields.Nested(ArticleHeadSchema, required=True)
    source = SourceNameField(attribute="article.source", allow_none=True, required=True)
    published_on = PartialDateField(
        attribute="article.published_on",
        allow_none=True,
        required=True,
        metadata={"description": "null where it is not known"},
    )
    likeness = fields.Enum(
        Likeness,
        by_value=True,
        required=True,
        metadata={"description": "the same words, much the same in one outlet, or much the same elsewhere"},
    )
    share = fields.Float(
        required=True,
        metadata={"description": "how much of the shorter text is in the other: of its runs of three words, 0.5 to 1"},
    )


class CopiesSchema(Schema):
    data = fields.List(fields.Nested(ArticleCopySchema), required=True)
    total = fields.Nested(TotalSchema, required=True, metadata={"description": "copies, whether shown or not"})
