"""Words that may be meant as a filter, over the corpus of these tests."""

from __future__ import annotations

import pytest

from api.page.search.offers import offers
from schemas.filters import Filters
from schemas.query import StatementQuery
from search.engine import Engine


def offered(engine: Engine, query: StatementQuery) -> list[str]:
    return [f"{each.label} {each.value}: {each.query.q}" for each in offers(engine.view(), query)]


@pytest.mark.parametrize(
    ("q", "told"),
    [
        ("Armenia’s corridor", ["speaks for Armenia: corridor", "about or to Armenia: corridor"]),
        ("the south korea line", ["speaks for South Korea: line", "about or to South Korea: line"]),
        ("US tolls", ["speaks for United States: tolls", "about or to United States: tolls"]),
        ("NATO convoy", ["organisation NATO: convoy"]),
        ("petrosjan corridor", ["speaker Anna Petrosjan: corridor"]),
        ("Anna Petrosjan corridor", ["speaker Anna Petrosjan: corridor"]),
        ("corridor, Bülbüloğlu", ["speaker Ørjan Bülbüloğlu: corridor,"]),
        ("tell us of tolls", []),
        ("anna corridor", []),
        ("Armenia OR Azerbaijan", []),
        ('"Armenia"', []),
        ("-Armenia corridor", []),
        ("", []),
        ("corridor tolls", []),
    ],
)
def test_words_that_name_a_country_a_body_or_a_speaker(engine: Engine, q: str, told: list[str]) -> None:
    assert offered(engine, StatementQuery(q=q)) == told


def test_the_filter_is_that_of_the_one_who_is_meant(engine: Engine) -> None:
    (offer,) = offers(engine.view(), StatementQuery(q="corridor petrosjan", filters=Filters(act=("assert",))))
    assert offer.query.filters.items() == {"speaker_id": ("person:ana-petrosjan:AM",), "act": ("assert",)}.items()


def test_a_filter_that_is_in_use_is_not_offered(engine: Engine) -> None:
    filters = Filters(speaker_country=("AM",), speaker=("Kar",))
    assert offered(engine, StatementQuery(q="Armenia petrosjan", filters=filters)) == ["about or to Armenia: petrosjan"]
