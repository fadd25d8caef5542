"""The parameters of a search, as addresses carry them and as `applied` gives them back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from marshmallow import ValidationError, fields, post_load, pre_dump, validates_schema

from schemas.query import DEFAULT_LIMIT, MAX_LIMIT, ArticleQuery, Dates, Facet, Interval, Sort, StatementQuery
from schemas.statement import Act, Kind
from schemas.value_faults import empty_interval, too_many_values
from schemas.wire.base import Schema
from schemas.wire.parameters import (
    ChoiceField,
    CountryParameter,
    DateParameter,
    LimitField,
    ManyField,
    SourceParameter,
    SwitchField,
    WordsField,
)

DEFAULT_ROWS = 300  # all countries there are
MAX_ROWS = 1_000
DEFAULT_SIMILAR = 10


class Bounded:
    """For schemas of filters, with the fields `date_from` and `date_to`."""

    @validates_schema
    def check_values(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        lists = {name: values for name, values in data.items() if isinstance(values, tuple)}
        if fault := too_many_values(sum(map(len, lists.values()))):
            raise ValidationError({max(lists, key=lambda name: len(lists[name])): [fault]})

    @validates_schema
    def check_order(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        first, last = data["date_from"], data["date_to"]
        if fault := empty_interval(first, last):
            raise ValidationError({"from": [fault]})


class FilterSchema(Bounded, Schema):
    """What narrows a search. Without any of them it is all statements."""

    q = WordsField(
        load_default="",
        metadata={
            "description": 'words, "exact phrases", OR, -not, (groups), prefix*, fuzzy~1, NEAR/5, field:value',
            "example": "corridor",
        },
    )
    country = ManyField(
        CountryParameter(), metadata={"description": "spoken for or mentioned", "example": ["AM", "AZ"]}
    )
    speaker_country = ManyField(
        CountryParameter(), metadata={"description": "for whom the speaker speaks", "example": ["AM"]}
    )
    about = ManyField(CountryParameter(), metadata={"description": "mentioned in the statement", "example": ["RU"]})
    speaker = ManyField(
        fields.String(), metadata={"description": "words of the speaker's name", "example": ["Vardumyan"]}
    )
    organisation = ManyField(
        fields.String(), metadata={"description": "words of the speaker's organisation", "example": ["NATO"]}
    )
    source = ManyField(
        SourceParameter(), metadata={"description": "the outlet, by id or name", "example": ["caucasus-courier"]}
    )
    kind = ManyField(
        ChoiceField(Kind), metadata={"description": "whose words: quoted, partly, or reported", "example": ["direct"]}
    )
    act = ManyField(
        ChoiceField(Act), metadata={"description": "what the speaker does by saying it", "example": ["accuse"]}
    )
    date_from = DateParameter(
        data_key="from", load_default=None, metadata={"description": "first day", "example": "2023-03"}
    )
    date_to = DateParameter(
        data_key="to", load_default=None, metadata={"description": "last day", "example": "2023-12-31"}
    )
    dates = ChoiceField(
        Dates, load_default=Dates.PUBLISHED, metadata={"description": "which date counts", "example": "said"}
    )

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Any:
        return StatementQuery(**data)


class OrderedSchema(FilterSchema):
    """All that a query finds, in an order: what an export holds."""

    sort = ChoiceField(
        Sort,
        load_default=None,
        metadata={"description": "relevance where there are words in q, else newest", "example": "newest"},
    )
    collapse = SwitchField(
        metadata={"description": "whether the same words in several articles are one result", "example": True}
    )

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Any:
        query = StatementQuery(**data)
        no_words = query.sort is Sort.RELEVANCE and not query.q.strip()
        return replace(query, sort=None) if no_words else query

    @pre_dump
    def apply(self, query: StatementQuery, **kwargs: Any) -> StatementQuery:
        return replace(query, sort=query.order)


class StatementQuerySchema(OrderedSchema):
    """One page of what a query finds."""

    limit = LimitField(DEFAULT_LIMIT, MAX_LIMIT)
    cursor = fields.String(load_default=None, metadata={"description": "`next` of the page before"})


class FeedSchema(StatementQuerySchema):
    """A page of a feed, whose readers look for what is new."""

    sort = ChoiceField(Sort, load_default=Sort.NEWEST, metadata={"description": "in what order", "example": "newest"})


@dataclass(frozen=True, slots=True)
class Search:
    """A query, and what its results are to be counted by."""

    query: StatementQuery
    facets: tuple[Facet, ...]


class SearchSchema(StatementQuerySchema):
    facets = ManyField(
        ChoiceField(Facet), metadata={"description": "what to count the results by", "example": ["country", "speaker"]}
    )

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Search:
        facets = data.pop("facets")
        return Search(super().build(data), facets)


@dataclass(frozen=True, slots=True)
class Counting:
    """A query whose matches are counted by one facet, into at most `limit` rows.

    With a `prefix`, only rows in whose label every word of it begins a word.
    """

    query: StatementQuery
    prefix: str
    limit: int


class CountingSchema(FilterSchema):
    prefix = fields.String(
        load_default="", metadata={"description": "what words of the label begin with", "example": "ar"}
    )
    limit = LimitField(DEFAULT_ROWS, MAX_ROWS)

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Counting:
        prefix, limit = data.pop("prefix"), data.pop("limit")
        return Counting(super().build(data), prefix, limit)


@dataclass(frozen=True, slots=True)
class Timing:
    """A query whose matches are counted over time; without an interval, by one that suits."""

    query: StatementQuery
    interval: Interval | None


class TimingSchema(FilterSchema):
    interval = ChoiceField(
        Interval,
        load_default=None,
        metadata={"description": "the finest that fits a picture, where not given", "example": "month"},
    )

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Timing:
        interval = data.pop("interval")
        return Timing(super().build(data), interval)


class ArticleQuerySchema(Bounded, Schema):
    q = WordsField(
        load_default="", metadata={"description": "words of the title, in the query language", "example": "checkpoint"}
    )
    country = ManyField(CountryParameter(), metadata={"description": "mentioned in the article", "example": ["AM"]})
    source = ManyField(
        SourceParameter(), metadata={"description": "the outlet, by id or name", "example": ["caucasus-courier"]}
    )
    date_from = DateParameter(
        data_key="from", load_default=None, metadata={"description": "first day", "example": "2023-03"}
    )
    date_to = DateParameter(
        data_key="to", load_default=None, metadata={"description": "last day", "example": "2023-12-31"}
    )
    sort = ChoiceField(
        (Sort.NEWEST, Sort.OLDEST),
        load_default=Sort.NEWEST,
        metadata={"description": "in what order", "example": "oldest"},
    )
    collapse = SwitchField(metadata={"description": "whether articles of one text are one result", "example": True})
    limit = LimitField(DEFAULT_LIMIT, MAX_LIMIT)
    cursor = fields.String(load_default=None, metadata={"description": "`next` of the page before"})

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> ArticleQuery:
        return ArticleQuery(**data)


class SimilarSchema(Schema):
    limit = LimitField(DEFAULT_SIMILAR, MAX_LIMIT)
