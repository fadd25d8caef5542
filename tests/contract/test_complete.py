"""Names and other values by how they begin."""

from __future__ import annotations

import pytest

from schemas.query import Facet, StatementQuery
from search.engine import Engine
from search.errors import QueryError
from tests.contract.corpus import Said, split

ALL = StatementQuery()


def values(engine: Engine, facet: Facet, prefix: str, query: StatementQuery = ALL, size: int = 10) -> list[str]:
    return [bucket.value for bucket in engine.complete(query, facet, prefix, size)]


@pytest.mark.parametrize(
    ("facet", "prefix", "expected"),
    [
        (Facet.SPEAKER, "petr", ["Anna Petrosjan"]),
        (Facet.SPEAKER, "an", ["Anna Petrosjan"]),
        (Facet.SPEAKER, "petrosjan a", ["Anna Petrosjan"]),
        (Facet.SPEAKER, "bul ORJ", ["Ørjan Bülbüloğlu"]),
        (Facet.SPEAKER, "o", ["Mary O'Hara", "Orhan Demirsoy", "Ørjan Bülbüloğlu"]),
        (Facet.SPEAKER, "nna", []),
        (Facet.SPEAKER, "anna kedrov", []),
        (Facet.ORGANISATION, "nat", ["United Nations"]),
        (Facet.COUNTRY, "arm", ["AM"]),
        (Facet.COUNTRY, "united", ["US"]),
        (Facet.ABOUT, "a", ["AM", "AZ"]),
        (Facet.SOURCE, "har", ["harbour-post"]),
        (Facet.SOURCE, "post har", ["harbour-post"]),
        (Facet.KIND, "in", ["indirect"]),
        (Facet.ACT, "d", ["demand", "deny"]),
    ],
)
def test_every_word_begins_a_word(filled: Engine, facet: Facet, prefix: str, expected: list[str]) -> None:
    assert values(filled, facet, prefix) == expected


@pytest.mark.parametrize("facet", Facet)
@pytest.mark.parametrize("prefix", ["", " ", "…"])
def test_nothing_typed_is_all_of_them(filled: Engine, facet: Facet, prefix: str) -> None:
    assert list(filled.complete(StatementQuery(), facet, prefix, 20)) == list(
        filled.facets(StatementQuery(), [facet], 20)[facet]
    )


def test_counts_among_what_the_query_finds(filled: Engine) -> None:
    (bucket,) = filled.complete(StatementQuery(q="corridor"), Facet.SPEAKER, "anna", 5)
    assert (bucket.value, bucket.count, bucket.label) == ("Anna Petrosjan", 1, "Anna Petrosjan")
    assert values(filled, Facet.SPEAKER, "kedrov", StatementQuery(country=("AM",))) == []


def test_its_own_filter_does_not_narrow_it(filled: Engine) -> None:
    assert values(filled, Facet.SPEAKER, "anna", StatementQuery(speaker=("kedrov",))) == ["Anna Petrosjan"]
    assert values(filled, Facet.COUNTRY, "uk", StatementQuery(country=("AM",))) == ["UA"]


def test_the_most_frequent_first_then_by_value(engine: Engine) -> None:
    names = [f"Anna {'ABCDEFGH'[n % 8]}bel" for n in range(40)] + ["Anna Hbel", "Anne Zorn"]
    engine.replace([split(*(Said("Yes.", by=name) for name in names))])
    assert values(engine, Facet.SPEAKER, "anna", size=3) == ["Anna Hbel", "Anna Abel", "Anna Bbel"]
    assert values(engine, Facet.SPEAKER, "ann z") == ["Anne Zorn"]
    assert values(engine, Facet.SPEAKER, "anna", size=0) == []


def test_hostile_beginnings(filled: Engine) -> None:
    for prefix in ("*", "a.*", "[", '"', "\x00", "\ud800", "a" * 500):
        assert values(filled, Facet.SPEAKER, prefix) in ([], values(filled, Facet.SPEAKER, ""), ["Anna Petrosjan"])
    with pytest.raises(QueryError) as raised:
        filled.complete(StatementQuery(), Facet.SPEAKER, " ".join(f"word{n}" for n in range(50)), 5)
    assert (raised.value.code, raised.value.parameter) == ("too-complex", "prefix")
