"""Filters on who, where and when."""

from __future__ import annotations

import pytest

from schemas.dates.partial_dates import PartialDate
from schemas.filters import Filters
from schemas.identity import id_of
from schemas.query import Dates, Sort, StatementQuery
from schemas.statement import Basis, Kind
from search.engine import Engine
from search.errors import QueryError
from tests.contract.corpus import CEASEFIRE, CLOSE, GRAIN, LINE, OPEN, SIDE, TALKS, Said, split, texts

ANNA = id_of("Anna Petrosjan", ("AM",))
FINDS: dict[str, tuple[StatementQuery, set[str]]] = {
    "a country in any role": (StatementQuery(filters=Filters(country=("AM",))), {OPEN, CLOSE, CEASEFIRE, LINE}),
    "any of several countries": (StatementQuery(filters=Filters(country=("UA", "US"))), {GRAIN, SIDE}),
    "a country spoken for": (StatementQuery(filters=Filters(speaker_country=("AM",))), {CLOSE, LINE}),
    "a country spoken about": (StatementQuery(filters=Filters(about=("AM",))), {OPEN, CEASEFIRE}),
    "a country told or accused": (StatementQuery(filters=Filters(target=("AM",))), {OPEN}),
    "any country told or accused": (StatementQuery(filters=Filters(target=("UA", "AM"))), {OPEN, GRAIN}),
    "a country that is told nothing": (StatementQuery(filters=Filters(target=("RU",))), set()),
    "a country told among the words": (StatementQuery(q="target:armenia -speaker_country:RU"), {OPEN}),
    "a basis": (StatementQuery(filters=Filters(basis=(Basis.NAME,))), {OPEN, GRAIN}),
    "all but a basis": (
        StatementQuery(q="-basis:pronoun,continued"),
        {OPEN, TALKS, CEASEFIRE, SIDE, LINE, GRAIN},
    ),
    "all filters hold": (StatementQuery(filters=Filters(speaker_country=("TR",), about=("AZ",))), {OPEN}),
    "none left": (StatementQuery(filters=Filters(speaker_country=("TR",), about=("US",))), set()),
    "a speaker by surname": (StatementQuery(filters=Filters(speaker=("petrosjan",))), {CLOSE, LINE}),
    "a speaker in any order": (StatementQuery(filters=Filters(speaker=("Petrosjan, Anna",))), {CLOSE, LINE}),
    "a speaker without accents": (StatementQuery(filters=Filters(speaker=("orjan bulbuloglu",))), {CEASEFIRE}),
    "all words of the name": (StatementQuery(filters=Filters(speaker=("anna kedrov",))), set()),
    "whole words of it": (StatementQuery(filters=Filters(speaker=("petros",))), set()),
    "a speaker by id": (StatementQuery(filters=Filters(speaker_id=("person:orhan-demirsoy:TR",))), {OPEN}),
    "a speaker of whom nobody told an id": (StatementQuery(filters=Filters(speaker_id=(str(ANNA),))), {CLOSE, LINE}),
    "all but a speaker": (StatementQuery(q=f"-speaker_id:{ANNA} country:AM"), {OPEN, CEASEFIRE}),
    "no speaker of that id": (StatementQuery(filters=Filters(speaker_id=("person:orhan",))), set()),
    "a party told or accused": (StatementQuery(filters=Filters(target_id=("person:anna-petrosjan:AM",))), {OPEN}),
    "a body by its name": (StatementQuery(filters=Filters(organisation=("united nations",))), {CEASEFIRE}),
    "a body by an abbreviation": (StatementQuery(filters=Filters(organisation=("U.N.",))), {CEASEFIRE}),
    "a body by its id": (StatementQuery(filters=Filters(organisation=("body:united-nations",))), {CEASEFIRE}),
    "a body among the words": (StatementQuery(q="organisation:UN -organisation:NATO"), {CEASEFIRE}),
    "a body with words of a known one's name": (StatementQuery(filters=Filters(organisation=("UN Women",))), set()),
    "a body by some words": (StatementQuery(filters=Filters(organisation=("ministry",))), {OPEN}),
    "a country's body": (StatementQuery(filters=Filters(organisation=("Turkish Foreign Ministry",))), {OPEN}),
    "another country's body": (StatementQuery(filters=Filters(organisation=("Greek Foreign Ministry",))), set()),
    "any of several speakers": (StatementQuery(filters=Filters(speaker=("kedrov", "o'hara"))), {GRAIN, SIDE}),
    "a territory": (StatementQuery(filters=Filters(territory=("Nagorno-Karabakh",))), {OPEN, GRAIN}),
    "a territory that is in no list": (StatementQuery(filters=Filters(territory=("Upper Valley",))), {GRAIN}),
    "a territory of nothing": (StatementQuery(filters=Filters(territory=("Tibet",))), set()),
    "a country that was told as a territory": (StatementQuery(filters=Filters(territory=("Kosovo",))), set()),
    "a territory among the words": (StatementQuery(q='territory:artsakh -territory:"Upper Valley"'), {OPEN}),
    "a source": (StatementQuery(filters=Filters(source=("harbour-post",))), {CEASEFIRE, SIDE, GRAIN}),
    "an unknown source": (StatementQuery(filters=Filters(source=("nobody",))), set()),
    "a kind": (StatementQuery(filters=Filters(kind=(Kind.DIRECT,))), {CLOSE, SIDE}),
    "two kinds": (StatementQuery(filters=Filters(kind=(Kind.DIRECT, Kind.MIXED))), {CLOSE, SIDE, CEASEFIRE}),
    "with words": (StatementQuery(q="corridor", filters=Filters(source=("harbour-post",))), {GRAIN}),
    "with a negation alone": (StatementQuery(q="-corridor", filters=Filters(country=("AM",))), {CEASEFIRE, LINE}),
}


@pytest.mark.parametrize(("asked", "expected"), FINDS.values(), ids=FINDS.keys())
def test_filters(filled: Engine, asked: StatementQuery, expected: set[str]) -> None:
    page = filled.search(asked)
    assert set(texts(page)) == expected
    assert page.total.value == len(expected) == filled.count(asked).value


def test_a_country_that_is_told_is_found_by_it(engine: Engine) -> None:
    """Also where those who gave the statement did not list it among the countries mentioned."""
    told = Said("The gate is shut.", by="Ilk", to="Baku", to_countries=("AZ",))
    engine.replace([split(told, Said("No."))])
    for filters in (Filters(country=("AZ",)), Filters(target=("AZ",))):
        assert texts(engine.search(StatementQuery(filters=filters))) == [told.text]
    assert engine.count(StatementQuery(filters=Filters(about=("AZ",)))).value == 0


DATES: dict[str, tuple[str | None, str | None, Dates, set[str]]] = {
    "from a day": ("2024-05-11", None, Dates.PUBLISHED, {CEASEFIRE, SIDE}),
    "from that very day": ("2024-05-10", None, Dates.PUBLISHED, {OPEN, CLOSE, TALKS, CEASEFIRE, SIDE}),
    "to that very day": (None, "2024-05-10", Dates.PUBLISHED, {OPEN, CLOSE, TALKS, GRAIN}),
    "a day within a month that is all we know": ("2024-06-20", "2024-06-20", Dates.PUBLISHED, {CEASEFIRE, SIDE}),
    "a month": ("2024-05", "2024-05", Dates.PUBLISHED, {OPEN, CLOSE, TALKS}),
    "a year": ("2023", "2023", Dates.PUBLISHED, {GRAIN}),
    "the last day of a year that is all we know": (
        "2023-12-31",
        None,
        Dates.PUBLISHED,
        {OPEN, CLOSE, TALKS, CEASEFIRE, SIDE, GRAIN},
    ),
    "the day it was said": ("2024-05-08", "2024-05-08", Dates.SAID, {OPEN, CLOSE}),
    "unknown days are not found by any": ("0001", "9999", Dates.SAID, {OPEN, CLOSE, CEASEFIRE}),
    "before everything": (None, "0001-01-01", Dates.PUBLISHED, set()),
}


@pytest.mark.parametrize(("first", "last", "dates", "expected"), DATES.values(), ids=DATES.keys())
def test_dates(filled: Engine, first: str | None, last: str | None, dates: Dates, expected: set[str]) -> None:
    asked = StatementQuery(
        date_from=PartialDate.parse(first) if first else None,
        date_to=PartialDate.parse(last) if last else None,
        dates=dates,
    )
    assert set(texts(filled.search(asked))) == expected


@pytest.mark.parametrize(
    ("sort", "dates", "expected"),
    [
        (Sort.NEWEST, Dates.PUBLISHED, [{CEASEFIRE, SIDE}, {OPEN, CLOSE, TALKS}, {GRAIN}, {LINE}]),
        (Sort.OLDEST, Dates.PUBLISHED, [{GRAIN}, {OPEN, CLOSE, TALKS}, {CEASEFIRE, SIDE}, {LINE}]),
        (Sort.NEWEST, Dates.SAID, [{CEASEFIRE}, {OPEN}, {CLOSE}, {TALKS, SIDE, LINE, GRAIN}]),
        (Sort.OLDEST, Dates.SAID, [{CLOSE}, {OPEN}, {CEASEFIRE}, {TALKS, SIDE, LINE, GRAIN}]),
    ],
)
def test_sorts_by_first_day_and_unknown_last(
    filled: Engine, sort: Sort, dates: Dates, expected: list[set[str]]
) -> None:
    page = filled.search(StatementQuery(sort=sort, dates=dates))
    found = iter(texts(page))
    assert [{next(found) for _ in day} for day in expected] == expected


def test_statements_of_one_article_stand_as_in_its_text(filled: Engine) -> None:
    for sort in (Sort.NEWEST, Sort.OLDEST):
        page = filled.search(
            StatementQuery(filters=Filters(country=("AM", "AZ"), source=("lowland-gazette",)), sort=sort)
        )
        assert texts(page) == [OPEN, CLOSE, TALKS]


def test_far_days(engine: Engine) -> None:
    engine.replace(
        [split(Said("First."), title="a", published="0001"), split(Said("Last."), title="b", published="9999-12-31")]
    )
    assert texts(engine.search(StatementQuery(sort=Sort.NEWEST))) == ["Last.", "First."]
    assert texts(engine.search(StatementQuery(date_from=PartialDate(9999)))) == ["Last."]


def test_an_interval_that_ends_before_it_begins_is_refused(filled: Engine) -> None:
    with pytest.raises(QueryError) as raised:
        filled.search(StatementQuery(date_from=PartialDate(2024), date_to=PartialDate(2023)))
    assert (raised.value.fault.code, raised.value.fault.parameter) == ("empty-interval", "from")


def test_a_name_without_letters_is_refused(filled: Engine) -> None:
    with pytest.raises(QueryError) as raised:
        filled.search(StatementQuery(filters=Filters(speaker=("…",))))
    assert (raised.value.fault.code, raised.value.fault.parameter) == ("no-words", "speaker")


@pytest.mark.parametrize("text", ["Nagorno-Karabah", "Armenia", "…"])
def test_a_territory_is_none_that_is_misspelt_or_a_country(filled: Engine, text: str) -> None:
    with pytest.raises(QueryError) as raised:
        filled.search(StatementQuery(q=f'territory:"{text}"'))
    assert (raised.value.fault.code, raised.value.fault.parameter, raised.value.fault.position) == (
        "unknown-territory",
        "q",
        11,
    )
