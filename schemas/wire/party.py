"""A speaker or an organisation, in JSON."""

from __future__ import annotations

from marshmallow import fields

from schemas.query import Interval
from schemas.wire.base import Schema
from schemas.wire.lean import LeanSchema
from schemas.wire.page import FacetsField, StretchSchema, TotalSchema
from schemas.wire.parameters import LimitField
from schemas.wire.query import MAX_ROWS, FilterSchema
from schemas.wire.values import CountryField

DEFAULT_ROWS = 20
COUNTRY = "which its id tells; null where articles don't tell it, or tell several"


class PartySizeSchema(Schema):
    limit = LimitField(DEFAULT_ROWS, MAX_ROWS, metadata={"description": "rows of each list of counts, at most"})


class OfficeSchema(LeanSchema):
    role = fields.String(required=True)
    organisation = fields.String(
        required=True, allow_none=True, metadata={"description": "where the operator's table tells it"}
    )
    first = fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "first year in which articles give it, or of the table"},
    )
    last = fields.Integer(required=True, allow_none=True, metadata={"description": "the last one"})
    told_by = fields.String(
        required=True, metadata={"description": "articles, of which two agree at least, or the operator's table"}
    )


class NamesakeSchema(LeanSchema):
    id = fields.String(required=True)
    name = fields.String(required=True)
    country = CountryField(required=True, allow_none=True, metadata={"description": COUNTRY})
    count = fields.Integer(required=True, metadata={"description": "statements"})


class PartySchema(LeanSchema):
    id = fields.String(required=True)
    name = fields.String(required=True, metadata={"description": "what most statements call it"})
    country = CountryField(required=True, allow_none=True, metadata={"description": COUNTRY})
    spellings = fields.List(
        fields.String(), attribute="facts.spellings", required=True, metadata={"description": "the most frequent first"}
    )
    offices = fields.List(
        fields.Nested(OfficeSchema),
        attribute="facts.offices",
        required=True,
        metadata={"description": "the last first; none of organisations"},
    )
    same_name = fields.List(
        fields.Nested(NamesakeSchema),
        required=True,
        metadata={"description": "whose id differs by the country alone; they may be one"},
    )
    similar_names = fields.List(
        fields.Nested(NamesakeSchema), required=True, metadata={"description": "others of the same surname"}
    )


class OverTimeSchema(LeanSchema):
    data = fields.List(fields.Nested(StretchSchema), required=True)
    interval = fields.Enum(Interval, by_value=True, required=True, metadata={"description": "how long each stretch is"})
    undated = fields.Integer(required=True, metadata={"description": "found, but in none of the stretches"})


class OnePartySchema(Schema):
    data = fields.Nested(PartySchema, required=True)
    total = fields.Nested(TotalSchema, required=True, metadata={"description": "statements by it, under this id"})
    facets = FacetsField(required=True, metadata={"description": "rows by facet, each with the search for it"})
    timeline = fields.Nested(OverTimeSchema, required=True)
    applied = fields.Nested(FilterSchema, required=True, metadata={"description": "the query that finds them"})
