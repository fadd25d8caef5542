"""What the API answers, in JSON."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, pre_dump

from schemas.page import Relation
from schemas.query import Facet, Interval
from schemas.statement import SplitArticle
from schemas.wire.article import SourceNameField
from schemas.wire.fields import CountryField, PartialDateField
from schemas.wire.lean import LeanSchema
from schemas.wire.query import ArticleQuerySchema, FilterSchema, StatementQuerySchema
from schemas.wire.statement import FoundStatementSchema, StatementSchema


class TotalSchema(Schema):
    value = fields.Integer(required=True)
    relation = fields.Enum(Relation, by_value=True, required=True)


class FacetRowSchema(LeanSchema):
    value = fields.String(required=True)
    label = fields.String(required=True)
    count = fields.Integer(required=True)
    selected = fields.Boolean(required=True)
    toggle = fields.String(required=True, metadata={"description": "the address that adds or removes this filter"})


class FacetsField(fields.Dict):
    """Rows by facet."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            keys=fields.Enum(Facet, by_value=True), values=fields.List(fields.Nested(FacetRowSchema)), **kwargs
        )


class StatementsSchema(Schema):
    data = fields.List(fields.Nested(FoundStatementSchema), required=True)
    total = fields.Nested(TotalSchema, required=True)
    next = fields.String(required=True, allow_none=True, metadata={"description": "cursor of the page after this one"})
    facets = FacetsField(required=True)
    applied = fields.Nested(StatementQuerySchema, required=True, metadata={"description": "the query as understood"})


class CountsSchema(Schema):
    data = fields.List(fields.Nested(FacetRowSchema), required=True)
    total = fields.Nested(TotalSchema, required=True, metadata={"description": "statements that match the query"})
    more = fields.Boolean(required=True, metadata={"description": "whether there are more rows than `limit`"})
    applied = fields.Nested(FilterSchema, required=True, metadata={"description": "the query as understood"})


class NeighboursSchema(Schema):
    """The statements next to one in its article; null at the article's edge."""

    before = fields.Nested(StatementSchema, allow_none=True, required=True)
    after = fields.Nested(StatementSchema, allow_none=True, required=True)


class OneStatementSchema(Schema):
    data = fields.Nested(FoundStatementSchema, required=True)
    neighbours = fields.Nested(NeighboursSchema, required=True)


class SimilarStatementsSchema(Schema):
    data = fields.List(fields.Nested(FoundStatementSchema), required=True)


class StretchSchema(LeanSchema):
    start = PartialDateField(required=True, metadata={"description": "its first day, or the month or year that it is"})
    count = fields.Integer(required=True, metadata={"description": "statements found"})
    all = fields.Integer(required=True, metadata={"description": "statements that there are"})
    share = fields.Float(required=True, allow_none=True, metadata={"description": "count / all; null where all is 0"})


class TimelineSchema(Schema):
    data = fields.List(fields.Nested(StretchSchema), required=True)
    interval = fields.Enum(Interval, by_value=True, required=True)
    undated = fields.Integer(required=True, metadata={"description": "found, but in none of the stretches"})
    total = fields.Nested(TotalSchema, required=True)
    applied = fields.Nested(FilterSchema, required=True, metadata={"description": "the query as understood"})


class FoundArticleSchema(LeanSchema):
    """An article in a list: all but its text and its statements."""

    id = fields.String(attribute="article.id", required=True)
    url = fields.String(attribute="article.url", required=True, allow_none=True)
    title = fields.String(attribute="article.title", required=True)
    source = SourceNameField(attribute="article.source", required=True, allow_none=True)
    published_on = PartialDateField(attribute="article.published_on", required=True, allow_none=True)
    language = fields.String(required=True)
    countries = fields.List(CountryField(), required=True)
    territories = fields.List(fields.String(), required=True)
    statement_count = fields.Integer(attribute="statements", required=True)
    ingested_at = fields.AwareDateTime(required=True)
    extractor = fields.String(required=True)


class ArticlesSchema(Schema):
    data = fields.List(fields.Nested(FoundArticleSchema), required=True)
    total = fields.Nested(TotalSchema, required=True)
    next = fields.String(required=True, allow_none=True, metadata={"description": "cursor of the page after this one"})
    applied = fields.Nested(ArticleQuerySchema, required=True, metadata={"description": "the query as understood"})


class StoredArticleSchema(Schema):
    id = fields.String(required=True)
    url = fields.String(required=True, allow_none=True)
    title = fields.String(required=True)
    source = SourceNameField(required=True, allow_none=True)
    published_on = PartialDateField(required=True, allow_none=True)
    language = fields.String(required=True)
    text = fields.String(required=True)
    content_hash = fields.String(required=True)
    countries = fields.List(CountryField(), required=True)
    territories = fields.List(fields.String(), required=True)
    ingested_at = fields.AwareDateTime(required=True)
    extractor = fields.String(required=True)
    statements = fields.List(fields.Nested(StatementSchema), required=True)

    @pre_dump
    def flatten(self, split: SplitArticle, **kwargs: Any) -> dict[str, Any]:
        article, extraction = split.article, split.extraction
        return {
            **{name: getattr(article, name) for name in ("id", "url", "title", "source", "published_on", "language")},
            "text": article.text,
            "content_hash": article.content_hash,
            "countries": extraction.countries,
            "territories": extraction.territories,
            "ingested_at": split.ingested_at,
            "extractor": extraction.extractor,
            "statements": extraction.statements,
        }


class OneArticleSchema(Schema):
    data = fields.Nested(StoredArticleSchema, required=True)
