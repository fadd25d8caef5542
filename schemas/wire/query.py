"""The parameters of a search, as addresses carry them and as `applied` gives them back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from marshmallow import Schema, ValidationError, fields, post_load, pre_dump, validates_schema

from schemas.problem import Fault
from schemas.query import DEFAULT_LIMIT, MAX_LIMIT, Dates, Facet, Sort, StatementQuery
from schemas.statement import Act, Kind
from schemas.wire.parameters import (
    ChoiceField,
    CountryParameter,
    DateParameter,
    LimitField,
    ManyField,
    SourceParameter,
)

DEFAULT_ROWS = 300  # all countries there are
MAX_ROWS = 1_000


class FilterSchema(Schema):
    """What narrows a search. Without any of them it is all statements."""

    q = fields.String(load_default="", metadata={"description": 'words, "exact phrases" and -not'})
    country = ManyField(CountryParameter(), metadata={"description": "spoken for or mentioned"})
    speaker_country = ManyField(CountryParameter(), metadata={"description": "for whom the speaker speaks"})
    about = ManyField(CountryParameter(), metadata={"description": "mentioned in the statement"})
    speaker = ManyField(fields.String(), metadata={"description": "words of the speaker's name"})
    organisation = ManyField(fields.String(), metadata={"description": "words of the speaker's organisation"})
    source = ManyField(SourceParameter(), metadata={"description": "the outlet, by id or name"})
    kind = ManyField(ChoiceField(Kind))
    act = ManyField(ChoiceField(Act), metadata={"description": "what the speaker does by saying it"})
    date_from = DateParameter(data_key="from", load_default=None, metadata={"description": "first day"})
    date_to = DateParameter(data_key="to", load_default=None, metadata={"description": "last day"})
    dates = ChoiceField(Dates, load_default=Dates.PUBLISHED, metadata={"description": "which date counts"})

    @validates_schema
    def check_order(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        first, last = data["date_from"], data["date_to"]
        if first and last and first.first_day > last.last_day:
            fault = Fault("empty-interval", f"{first} is after {last}", hint="write the earlier date first")
            raise ValidationError({"from": [fault]})

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Any:
        return StatementQuery(**data)


class StatementQuerySchema(FilterSchema):
    sort = ChoiceField(
        Sort, load_default=None, metadata={"description": "relevance where there are words in q, else newest"}
    )
    limit = LimitField(DEFAULT_LIMIT, MAX_LIMIT)
    cursor = fields.String(load_default=None, metadata={"description": "`next` of the page before"})

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Any:
        query = StatementQuery(**data)
        no_words = query.sort is Sort.RELEVANCE and not query.q.strip()
        return replace(query, sort=None) if no_words else query

    @pre_dump
    def apply(self, query: StatementQuery, **kwargs: Any) -> StatementQuery:
        return replace(query, sort=query.order)


@dataclass(frozen=True, slots=True)
class Search:
    """A query, and what its results are to be counted by."""

    query: StatementQuery
    facets: tuple[Facet, ...]


class SearchSchema(StatementQuerySchema):
    facets = ManyField(ChoiceField(Facet), metadata={"description": "what to count the results by"})

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Search:
        facets = data.pop("facets")
        return Search(super().build(data), facets)


@dataclass(frozen=True, slots=True)
class Counting:
    """A query whose matches are counted by one facet, into at most `limit` rows."""

    query: StatementQuery
    limit: int


class CountingSchema(FilterSchema):
    limit = LimitField(DEFAULT_ROWS, MAX_ROWS)

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Counting:
        limit = data.pop("limit")
        return Counting(super().build(data), limit)
