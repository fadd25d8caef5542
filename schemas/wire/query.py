"""The parameters of a search, as addresses carry them and as `applied` gives them back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from marshmallow import ValidationError, fields, post_load, pre_dump, validates_schema

from schemas.fields import FACETS, FILTERS, Field, Value
from schemas.filters import Filters
from schemas.query import DEFAULT_LIMIT, MAX_LIMIT, ArticleQuery, Dates, Interval, Sort, StatementQuery, Within
from schemas.value_faults import empty_interval, too_many_values
from schemas.wire.base import Schema
from schemas.wire.parameters import (
    BodyParameter,
    ChoiceField,
    CountryParameter,
    DateParameter,
    IdentityParameter,
    LimitField,
    ManyField,
    SourceParameter,
    SwitchField,
    TerritoryParameter,
    WordsField,
)

DEFAULT_ROWS = 300  # all countries there are
MAX_ROWS = 1_000
DEFAULT_SIMILAR = 10
DEFAULT_SERIES = 5
MAX_SERIES = 12  # each is a timeline by itself


class Bounded:
    """For schemas of filters, with the fields `date_from` and `date_to`."""

    @validates_schema
    def check_values(self, data: dict[str, Any], **kwargs: Any) -> None:
        lists = {name: values for name, values in (data | data["filters"]).items() if isinstance(values, tuple)}
        if fault := too_many_values(sum(map(len, lists.values()))):
            raise ValidationError({max(lists, key=lambda name: len(lists[name])): [fault]})

    @validates_schema
    def check_order(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        first, last = data["date_from"], data["date_to"]
        if fault := empty_interval(first, last):
            raise ValidationError({"from": [fault]})


class FilterField(ManyField[Any]):
    """The values that a query's filter asks for, of the kind that the field's are."""

    def __init__(self, field: Field, meaning: str, example: Sequence[str]) -> None:
        metadata = {"description": meaning, "example": list(example)}
        super().__init__(value(field), attribute=f"filters.{field.name}", metadata=metadata)
        self.field = field

    def get_value(self, obj: StatementQuery | ArticleQuery, *args: Any, **kwargs: Any) -> tuple[str, ...]:
        return obj.filters[self.field.name]


def value(field: Field) -> fields.Field[Any]:
    match field.value:
        case Value.COUNTRY:
            return CountryParameter()
        case Value.TERRITORY:
            return TerritoryParameter()
        case Value.NAME:
            return fields.String()
        case Value.BODY:
            return BodyParameter()
        case Value.IDENTITY:
            return IdentityParameter(field.name)
        case Value.SOURCE:
            return SourceParameter()
        case Value.CHOICE:
            return ChoiceField(field.choices)
        case Value.DATE:
            raise ValueError("dates share the parameters from, to and dates")


class StatementFieldsSchema(Schema):
    """The words, then a filter for each field of the table."""

    class Meta:
        include: ClassVar = {name: FilterField(field, field.meaning, field.example) for name, field in FILTERS.items()}

    q = WordsField(
        load_default="",
        metadata={
            "description": 'words, "exact phrases", OR, -not, (groups), prefix*, fuzzy~1, NEAR/5, field:value',
            "example": "corridor",
        },
    )


class FilterSchema(Bounded, StatementFieldsSchema):
    """What narrows a search. Without any of them it is all statements."""

    date_from = DateParameter(
        data_key="from", load_default=None, metadata={"description": "first day", "example": "2023-03"}
    )
    date_to = DateParameter(
        data_key="to", load_default=None, metadata={"description": "last day", "example": "2023-12-31"}
    )
    dates = ChoiceField(
        Dates, load_default=Dates.PUBLISHED, metadata={"description": "which date counts", "example": "said"}
    )
    within = ChoiceField(
        Within,
        load_default=Within.STATEMENT,
        metadata={"description": "whether words are those of statements or of articles", "example": "article"},
    )

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Any:
        return StatementQuery(filters=Filters(**data.pop("filters")), **data)


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
        query = super().build(data)
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
    facets: tuple[str, ...]


class SearchSchema(StatementQuerySchema):
    facets = ManyField(
        ChoiceField(FACETS),
        metadata={"description": "what to count the results by", "example": ["country", "speaker_id"]},
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
    """A query whose matches are counted over time; without an interval, by one that suits.

    `by` is a field whose `top` most frequent values are counted each by itself.
    """

    query: StatementQuery
    interval: Interval | None
    by: str | None
    top: int


class TimingSchema(FilterSchema):
    interval = ChoiceField(
        Interval,
        load_default=None,
        metadata={"description": "the finest that fits a picture, where not given", "example": "month"},
    )
    by = ChoiceField(
        FACETS,
        load_default=None,
        metadata={"description": "a series for each of the most frequent values of this field", "example": "act"},
    )
    top = LimitField(
        DEFAULT_SERIES, MAX_SERIES, metadata={"description": "how many series, the rest apart", "example": 3}
    )

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Timing:
        interval, by, top = data.pop("interval"), data.pop("by"), data.pop("top")
        return Timing(super().build(data), interval, by, top)


class ArticleFieldsSchema(Schema):
    """The words, then a filter for each field that articles have as wholes."""

    class Meta:
        include: ClassVar = {
            name: FilterField(field, field.in_articles.meaning, field.example[:1])
            for name, field in FILTERS.items()
            if field.in_articles
        }

    q = WordsField(
        load_default="", metadata={"description": "words of the title, in the query language", "example": "checkpoint"}
    )


class ArticleQuerySchema(Bounded, ArticleFieldsSchema):
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
        return ArticleQuery(filters=Filters(**data.pop("filters")), **data)


class SimilarSchema(Schema):
    limit = LimitField(DEFAULT_SIMILAR, MAX_LIMIT)
