"""Names and other values by how they begin."""

from __future__ import annotations

import pytest

from schemas.fields import FILTERS
from schemas.filters import Filters
from schemas.query import StatementQuery
from search.engine import Engine
from search.errors import QueryError
from tests.contract.corpus import Said, split

ALL = StatementQuery()


def values(engine: Engine, facet: str, prefix: str, query: StatementQuery = ALL, size: int = 10) -> list[str]:
    return [bucket.value for bucket in engine.complete(query, facet, prefix, size)]


@pytest.mark.parametrize(
    ("facet", "prefix", "expected"),
    [
        ("speaker", "petr", ["Anna Petrosjan"]),
        ("speaker", "an", ["Anna Petrosjan"]),
        ("speaker", "petrosjan a", ["Anna Petrosjan"]),
        ("speaker", "bul ORJ", ["Ørjan Bülbüloğlu"]),
        ("speaker", "o", ["Mary O'Hara", "Orhan Demirsoy", "Ørjan Bülbüloğlu"]),
        ("speaker", "nna", []),
        ("speaker", "anna kedrov", []),
        ("organisation", "nat", ["United Nations"]),
        ("country", "arm", ["AM"]),
        ("country", "united", ["US"]),
        ("about", "a", ["AM", "AZ"]),
        ("territory", "kara", ["Nagorno-Karabakh"]),
        ("territory", "val up", ["Upper Valley"]),
        ("territory", "arts", []),
        ("source", "har", ["harbour-post"]),
        ("source", "post har", ["harbour-post"]),
        ("kind", "in", ["indirect"]),
        ("act", "d", ["demand", "deny"]),
    ],
)
def test_every_word_begins_a_word(filled: Engine, facet: str, prefix: str, expected: list[str]) -> None:
    assert values(filled, facet, prefix) == expected


@pytest.mark.parametrize("facet", FILTERS)
@pytest.mark.parametrize("prefix", ["", " ", "…"])
def test_nothing_typed_is_all_of_them(filled: Engine, facet: str, prefix: str) -> None:
    assert list(filled.complete(StatementQuery(), facet, prefix, 20)) == list(
        filled.facets(StatementQuery(), [facet], 20)[facet]
    )


def test_counts_among_what_the_query_finds(filled: Engine) -> None:
    (bucket,) = filled.complete(StatementQuery(q="corridor"), "speaker", "anna", 5)
    assert (bucket.value, bucket.count, bucket.label) == ("Anna Petrosjan", 1, "Anna Petrosjan")
    assert values(filled, "speaker", "kedrov", StatementQuery(filters=Filters(country=("AM",)))) == []


def test_its_own_filter_does_not_narrow_it(filled: Engine) -> None:
    assert values(filled, "speaker", "anna", StatementQuery(filters=Filters(speaker=("kedrov",)))) == ["Anna Petrosjan"]
    assert values(filled, "country", "uk", StatementQuery(filters=Filters(country=("AM",)))) == ["UA"]


def test_the_most_frequent_first_then_by_value(engine: Engine) -> None:
    names = [f"Anna {'ABCDEFGH'[n % 8]}bel" for n in range(40)] + ["Anna Hbel", "Anne Zorn"]
    engine.replace([split(*(Said("Yes.", by=name) for name in names))])
    assert values(engine, "speaker", "anna", size=3) == ["Anna Hbel", "Anna Abel", "Anna Bbel"]
    assert values(engine, "speaker", "ann z") == ["Anne Zorn"]
    assert values(engine, "speaker", "anna", size=0) == []


def test_hostile_beginnings(filled: Engine) -> None:
    for prefix in ("*", "a.*", "[", '"', "\x00", "\ud800", "a" * 500):
        assert values(filled, "speaker", prefix) in ([], values(filled, "speaker", ""), ["Anna Petrosjan"])
    with pytest.raises(QueryError) as raised:
        filled.complete(StatementQuery(), "speaker", " ".join(f"word{n}" for n in range(50)), 5)
    assert (raised.value.fault.code, raised.value.fault.parameter) == ("too-complex", "prefix")
