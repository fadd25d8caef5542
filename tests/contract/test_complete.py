"""Names and other values by how they begin."""

from __future__ import annotations

import pytest

from schemas.fields import FACETS
from schemas.filters import Filters
from schemas.identity import id_of
from schemas.page import Bucket
from schemas.query import StatementQuery
from search.engine import Engine
from search.errors import QueryError
from tests.contract.corpus import Said, split

ALL = StatementQuery()
ANNA = id_of("Anna Petrosjan", ("AM",))


def values(engine: Engine, facet: str, prefix: str, query: StatementQuery = ALL, size: int = 10) -> list[str]:
    return [bucket.value for bucket in engine.complete(query, facet, prefix, size)]


@pytest.mark.parametrize(
    ("facet", "prefix", "expected"),
    [
        ("speaker_id", "nna", []),
        ("speaker_id", "person", []),
        ("speaker_id", "anna kedrov", []),
        ("organisation", "nat", ["body:united-nations"]),
        ("organisation", "foreign m", ["body:TR:ministry-of-foreign-affairs"]),
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


@pytest.mark.parametrize(
    ("prefix", "expected"),
    [
        ("petr", {"Anna Petrosjan"}),
        ("an", {"Anna Petrosjan"}),
        ("petrosjan a", {"Anna Petrosjan"}),
        ("bul ORJ", {"Ørjan Bülbüloğlu"}),
        ("o", {"Mary O'Hara", "Orhan Demirsoy", "Ørjan Bülbüloğlu"}),
    ],
)
def test_every_word_begins_one_of_the_name(filled: Engine, prefix: str, expected: set[str]) -> None:
    assert {bucket.label for bucket in filled.complete(ALL, "speaker_id", prefix, 10)} == expected


def test_somebody_is_found_by_any_spelling_with_all_that_is_counted(engine: Engine) -> None:
    spellings = ["Sergej Kedrov", "Sergej Kedrov", "Serhiy Kedrov", "Kedroff, S."]
    engine.replace([split(*(Said("Yes.", by=name, speaker_id="person:k") for name in spellings))])
    for typed in ("ser", "serh", "SERGEJ kedr", "kedroff"):
        assert [told(bucket) for bucket in engine.complete(ALL, "speaker_id", typed, 5)] == [
            ("person:k", 4, "Sergej Kedrov")
        ]


def test_somebody_is_found_by_a_transliteration_that_no_article_has(engine: Engine) -> None:
    engine.replace([split(Said("Yes.", by="Sergei Khazarov"), Said("No.", by="Mahmoud Nasser"))])
    for typed, name in (("sergey", "Sergei Khazarov"), ("hazar", "Sergei Khazarov"), ("mahmud nas", "Mahmoud Nasser")):
        assert [bucket.label for bucket in engine.complete(ALL, "speaker_id", typed, 5)] == [name]


def told(bucket: Bucket) -> tuple[str, int, str]:
    return bucket.value, bucket.count, bucket.label


@pytest.mark.parametrize("facet", FACETS)
@pytest.mark.parametrize("prefix", ["", " ", "…"])
def test_nothing_typed_is_all_of_them(filled: Engine, facet: str, prefix: str) -> None:
    assert list(filled.complete(StatementQuery(), facet, prefix, 20)) == list(
        filled.facets(StatementQuery(), [facet], 20)[facet]
    )


def test_counts_among_what_the_query_finds(filled: Engine) -> None:
    (bucket,) = filled.complete(StatementQuery(q="corridor"), "speaker_id", "anna", 5)
    assert (bucket.value, bucket.count, bucket.label) == (ANNA, 1, "Anna Petrosjan")
    assert values(filled, "speaker_id", "kedrov", StatementQuery(filters=Filters(country=("AM",)))) == []


def test_its_own_filter_does_not_narrow_it(filled: Engine) -> None:
    asked = StatementQuery(filters=Filters(speaker_id=("person:orhan-demirsoy:TR",)))
    assert values(filled, "speaker_id", "anna", asked) == [ANNA]
    assert values(filled, "speaker_id", "anna", StatementQuery(filters=Filters(speaker=("kedrov",)))) == []
    assert values(filled, "country", "uk", StatementQuery(filters=Filters(country=("AM",)))) == ["UA"]


def test_the_most_frequent_first_then_by_value(engine: Engine) -> None:
    names = [f"Anna {'ABCDEFGH'[n % 8]}bel" for n in range(40)] + ["Anna Hbel", "Anne Zorn"]
    engine.replace([split(*(Said("Yes.", by=name, speaker_id=f"p:{name[-4:].lower()}") for name in names))])
    assert values(engine, "speaker_id", "anna", size=3) == ["p:hbel", "p:abel", "p:bbel"]
    assert values(engine, "speaker_id", "ann z") == ["p:zorn"]
    assert values(engine, "speaker_id", "anna", size=0) == []


def test_hostile_beginnings(filled: Engine) -> None:
    for prefix in ("*", "a.*", "[", '"', "\x00", "\ud800", "a" * 500):
        assert values(filled, "speaker_id", prefix) in ([], values(filled, "speaker_id", ""), [ANNA])
    with pytest.raises(QueryError) as raised:
        filled.complete(StatementQuery(), "speaker_id", " ".join(f"word{n}" for n in range(50)), 5)
    assert (raised.value.fault.code, raised.value.fault.parameter) == ("too-complex", "prefix")
