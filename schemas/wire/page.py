"""What the API answers, in JSON."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, pre_dump

from schemas.page import Relation
from schemas.query import Interval
from schemas.statement import SplitArticle
from schemas.wire.article import SourceNameField
from schemas.wire.base import Schema
from schemas.wire.lean import LeanList, LeanSchema
from schemas.wire.query import ArticleQuerySchema, FilterSchema, StatementQuerySchema
from schemas.wire.statement import ArticleHeadSchema, FoundStatementSchema, StatementSchema
from schemas.wire.values import CountryField, PartialDateField

LANGUAGE = "what it is written in, as ISO 639-1; null where that can't be told"
SPLIT = "false where its language is one that is not split into statements: it has none then"


class TotalSchema(Schema):
    value = fields.Integer(required=True, metadata={"description": "how many there are"})
    relation = fields.Enum(
        Relation,
        by_value=True,
        required=True,
        metadata={"description": "whether there are exactly so many, at least, or about"},
    )


class FacetRowSchema(LeanSchema):
    value = fields.String(required=True, metadata={"description": "what the filter takes"})
    label = fields.String(required=True, metadata={"description": "for people"})
    count = fields.Integer(required=True, metadata={"description": "how many statements have it"})
    selected = fields.Boolean(required=True, metadata={"description": "whether the filter has it now"})
    toggle = fields.String(required=True, metadata={"description": "the address that adds or removes this filter"})


class FacetsField(fields.Dict):
    """Rows by facet."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(keys=fields.String(), values=LeanList(fields.Nested(FacetRowSchema)), **kwargs)


class StatementsSchema(Schema):
    data = LeanList(fields.Nested(FoundStatementSchema), required=True)
    total = fields.Nested(TotalSchema, required=True)
    next = fields.String(required=True, allow_none=True, metadata={"description": "cursor of the page after this one"})
    facets = FacetsField(required=True, metadata={"description": "rows by facet, of those asked for"})
    applied = fields.Nested(StatementQuerySchema, required=True, metadata={"description": "the query as understood"})


class CountsSchema(Schema):
    data = LeanList(fields.Nested(FacetRowSchema), required=True)
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
    data = LeanList(fields.Nested(FoundStatementSchema), required=True)


class StretchSchema(LeanSchema):
    start = PartialDateField(required=True, metadata={"description": "its first day, or the month or year that it is"})
    count = fields.Integer(required=True, metadata={"description": "statements found"})
    all = fields.Integer(required=True, metadata={"description": "statements that there are"})
    share = fields.Float(required=True, allow_none=True, metadata={"description": "count / all; null where all is 0"})


class SeriesSchema(LeanSchema):
    value = fields.String(required=True, metadata={"description": "what the filter takes"})
    label = fields.String(required=True, metadata={"description": "for people"})
    count = fields.Integer(required=True, metadata={"description": "how many statements found have it"})
    counts = fields.List(fields.Integer(), required=True, metadata={"description": "one for each stretch of `data`"})


class TimelineSchema(Schema):
    data = fields.List(fields.Nested(StretchSchema), required=True)
    by = fields.String(required=True, allow_none=True, metadata={"description": "the field that series are told by"})
    series = fields.List(
        fields.Nested(SeriesSchema),
        required=True,
        metadata={"description": "most frequent first; a statement with several values is in several"},
    )
    rest = fields.List(
        fields.Integer(),
        required=True,
        metadata={"description": "of each stretch, those in no series; none without `by`"},
    )
    interval = fields.Enum(Interval, by_value=True, required=True, metadata={"description": "how long each stretch is"})
    undated = fields.Integer(required=True, metadata={"description": "found, but in none of the stretches"})
    total = fields.Nested(TotalSchema, required=True, metadata={"description": "statements that match the query"})
    applied = fields.Nested(FilterSchema, required=True, metadata={"description": "the query as understood"})


class OtherArticleSchema(ArticleHeadSchema):
    source = SourceNameField(required=True, allow_none=True)
    published_on = PartialDateField(required=True, allow_none=True)


class CarriedArticleSchema(LeanSchema):
    """The copies that an article stands for: how many articles with itself, in how many outlets, the first others."""

    articles = fields.Integer(required=True, metadata={"description": "how many carry the text, with this one"})
    outlets = fields.Integer(required=True, metadata={"description": "how many outlets carried it"})
    others = fields.List(
        fields.Nested(OtherArticleSchema), required=True, metadata={"description": "the first of the others"}
    )


class FoundArticleSchema(LeanSchema):
    """An article in a list: all but its text and its statements."""

    id = fields.String(attribute="article.id", required=True)
    url = fields.String(attribute="article.url", required=True, allow_none=True)
    title = fields.String(attribute="article.title", required=True)
    source = SourceNameField(attribute="article.source", required=True, allow_none=True)
    published_on = PartialDateField(attribute="article.published_on", required=True, allow_none=True)
    language = fields.String(required=True, allow_none=True, metadata={"description": LANGUAGE})
    split = fields.Boolean(required=True, metadata={"description": SPLIT})
    countries = fields.List(
        CountryField(), required=True, metadata={"description": "mentioned in it, as ISO 3166-1 alpha-2, and XK"}
    )
    territories = fields.List(fields.String(), required=True, metadata={"description": "mentioned in it, by name"})
    statement_count = fields.Integer(
        attribute="statements", required=True, metadata={"description": "how many statements were found in it"}
    )
    ingested_at = fields.AwareDateTime(required=True, metadata={"description": "when it was indexed"})
    extractor = fields.String(required=True, metadata={"description": "version of what found them"})
    carried = fields.Nested(
        CarriedArticleSchema, allow_none=True, metadata={"description": "null unless copies were folded"}
    )


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
    language = fields.String(required=True, allow_none=True, metadata={"description": LANGUAGE})
    split = fields.Boolean(required=True, metadata={"description": SPLIT})
    text = fields.String(required=True, metadata={"description": "exactly as received; all spans point into it"})
    content_hash = fields.String(required=True, metadata={"description": "SHA-256 of all that was received of it"})
    countries = fields.List(
        CountryField(), required=True, metadata={"description": "mentioned in it, as ISO 3166-1 alpha-2, and XK"}
    )
    territories = fields.List(fields.String(), required=True, metadata={"description": "mentioned in it, by name"})
    ingested_at = fields.AwareDateTime(required=True, metadata={"description": "when it was indexed"})
    extractor = fields.String(required=True, metadata={"description": "version of what found the statements"})
    statements = fields.List(
        fields.Nested(StatementSchema), required=True, metadata={"description": "in the order of the text"}
    )

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
            "split": extraction.split,
            "extractor": extraction.extractor,
            "statements": extraction.statements,
        }


class OneArticleSchema(Schema):
    data = fields.Nested(StoredArticleSchema, required=True)
