"""What a query asks for, the same for both engines."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from schemas.dates.partial_dates import PartialDate
from schemas.fields import FILTERS
from schemas.filters import Filters
from schemas.query import Dates, Sort, StatementQuery
from schemas.statement import Act, Kind
from search.errors import QueryError
from search.language import Dated, Named, Term, Words
from search.queries.plan import Plan, without


def test_all_of_it() -> None:
    plan = Plan.of(
        StatementQuery(
            q="corridors",
            filters=Filters(
                country=("AM", "AZ"),
                kind=(Kind.DIRECT,),
                act=(Act.DENY,),
                speaker=("Ørn Ása",),
                organisation=("UN", "the Council"),
            ),
            date_from=PartialDate(2024, 2),
            date_to=PartialDate(2024, 2),
            dates=Dates.SAID,
        )
    )
    assert plan.tree == Words(("corridor",))
    assert plan.filters == (
        Term("country", ("AM", "AZ")),
        Named("speaker", (("orn", "asa"),)),
        Named("organisation", (("the", "council"),), ("body:united-nations",)),
        Term("kind", ("direct",)),
        Term("act", ("deny",)),
        Dated("said", date(2024, 2, 1).toordinal(), date(2024, 2, 29).toordinal()),
    )
    assert plan.dates == "said"
    assert plan.order is Sort.RELEVANCE


@pytest.mark.parametrize(
    ("q", "sort", "expected"),
    [
        ("word", None, Sort.RELEVANCE),
        ("word", Sort.OLDEST, Sort.OLDEST),
        ("", None, Sort.NEWEST),
        ("", Sort.RELEVANCE, Sort.NEWEST),
        ("-word", None, Sort.NEWEST),
        ("pre* -word", Sort.RELEVANCE, Sort.NEWEST),
        ("pre* word", None, Sort.RELEVANCE),
        ("word~", None, Sort.NEWEST),
        ("kind:direct -word", None, Sort.NEWEST),
        ("kind:direct word", None, Sort.RELEVANCE),
        ("a NEAR b", None, Sort.RELEVANCE),
    ],
)
def test_what_nothing_can_rank_stands_newest_first(q: str, sort: Sort | None, expected: Sort) -> None:
    assert Plan.of(StatementQuery(q=q, sort=sort)).order is expected


@pytest.mark.parametrize(
    ("query", "code", "parameter"),
    [
        (StatementQuery(q='"'), "unbalanced-quote", "q"),
        (StatementQuery(filters=Filters(speaker=("kedrov", "-"))), "no-words", "speaker"),
        (StatementQuery(filters=Filters(organisation=("!",))), "no-words", "organisation"),
        (StatementQuery(date_from=PartialDate(2024, 5, 2), date_to=PartialDate(2024, 5, 1)), "empty-interval", "from"),
    ],
)
def test_what_cannot_be_asked(query: StatementQuery, code: str, parameter: str) -> None:
    with pytest.raises(QueryError) as raised:
        Plan.of(query)
    assert (raised.value.fault.code, raised.value.fault.parameter) == (code, parameter)


def test_overlapping_intervals_may_begin_before_they_end() -> None:
    plan = Plan.of(StatementQuery(date_from=PartialDate(2024, 5, 20), date_to=PartialDate(2024, 5)))
    assert plan.filters == (Dated("published", date(2024, 5, 20).toordinal(), date(2024, 5, 31).toordinal()),)


@pytest.mark.parametrize(
    ("field", "parameters"),
    [
        ("country:armenia,AZ", {"filters": Filters(country=("AM", "AZ"))}),
        ("about:AZ", {"filters": Filters(about=("AZ",))}),
        ('speaker:"Ørn Ása"', {"filters": Filters(speaker=("Ørn Ása",))}),
        ("organisation:un", {"filters": Filters(organisation=("un",))}),
        ("organisation:un", {"filters": Filters(organisation=("body:united-nations",))}),
        ('organisation:"Foreign Ministry"', {"filters": Filters(organisation=("Foreign Ministry",))}),
        ("speaker_id:person:asa-orn:IS", {"filters": Filters(speaker_id=("person:asa-orn:IS",))}),
        ("source:Gazette", {"filters": Filters(source=("gazette",))}),
        ("kind:Direct,mixed", {"filters": Filters(kind=(Kind.DIRECT, Kind.MIXED))}),
        ("act:deny", {"filters": Filters(act=(Act.DENY,))}),
        ("published:2024..", {"date_from": PartialDate(2024)}),
        ("said:2024-02", {"date_from": PartialDate(2024, 2), "date_to": PartialDate(2024, 2), "dates": Dates.SAID}),
    ],
)
def test_a_field_means_what_its_parameter_means(field: str, parameters: dict[str, Any]) -> None:
    assert Plan.of(StatementQuery(q=field)).tree == Plan.of(StatementQuery(**parameters)).filters[0]


@pytest.mark.parametrize("facet", FILTERS)
def test_a_facet_is_named_after_its_filter(facet: str) -> None:
    assert without(StatementQuery(q="q", filters=Filters(**{facet: ("x",)})), facet) == StatementQuery(q="q")
