"""Counts by country, speaker, source and kind, and what the values are called."""

from __future__ import annotations

import pytest

from schemas.dates.partial_dates import PartialDate
from schemas.fields import FACETS
from schemas.filters import Filters
from schemas.identity import id_of
from schemas.page import Bucket
from schemas.query import Dates, StatementQuery
from schemas.statement import Act, Kind
from search.engine import Engine
from search.errors import QueryError
from tests.contract.corpus import Said, split


def counts(engine: Engine, query: StatementQuery, facet: str, size: int = 10) -> list[tuple[str, int]]:
    return [(bucket.value, bucket.count) for bucket in engine.facets(query, [facet], size)[facet]]


def made_of(name: str, *countries: str) -> str:
    """The id of a name of which nobody told who that is."""
    return str(id_of(name, countries))


ANNA = made_of("Anna Petrosjan", "AM")
MINISTRY = "body:TR:ministry-of-foreign-affairs"
EXPECTED = {
    "country": [("AM", 4), ("AZ", 2), ("RU", 1), ("TR", 1), ("UA", 1), ("US", 1)],
    "speaker_country": [("AM", 2), ("RU", 1), ("TR", 1), ("US", 1)],
    "target": [("AM", 1), ("UA", 1)],
    "about": [("AM", 2), ("AZ", 2), ("UA", 1)],
    "territory": [("Nagorno-Karabakh", 2), ("Upper Valley", 1)],
    "speaker_id": [
        (ANNA, 2),
        *sorted(
            (speaker, 1)
            for speaker in (
                "person:orhan-demirsoy:TR",
                made_of("Ivan Kedrov", "RU"),
                made_of("Mary O'Hara", "US"),
                made_of("Ørjan Bülbüloğlu"),
            )
        ),
    ],
    "target_id": [("person:anna-petrosjan:AM", 1)],
    "source": [("harbour-post", 3), ("lowland-gazette", 3)],
    "organisation": [(MINISTRY, 1), ("body:united-nations", 1)],
    "kind": [("indirect", 4), ("direct", 2), ("mixed", 1)],
    "act": [("warn", 4), ("demand", 1), ("deny", 1)],
    "basis": [("name", 2), ("pronoun", 1)],
}


@pytest.mark.parametrize("facet", FACETS)
def test_most_frequent_first_then_by_value(filled: Engine, facet: str) -> None:
    assert counts(filled, StatementQuery(), facet) == EXPECTED[facet]


@pytest.mark.parametrize("size", range(7))
def test_size_cuts_after_that_order(filled: Engine, size: int) -> None:
    assert counts(filled, StatementQuery(), "country", size) == EXPECTED["country"][:size]


def test_only_what_matches_counts(filled: Engine) -> None:
    assert counts(filled, StatementQuery(q="corridor"), "source") == [("lowland-gazette", 2), ("harbour-post", 1)]
    asked = StatementQuery(date_from=PartialDate(2024, 6, 1), date_to=PartialDate(2024, 6, 1), dates=Dates.SAID)
    assert counts(filled, asked, "kind") == [("mixed", 1)]


def test_nothing_matches(filled: Engine) -> None:
    assert all(buckets == () for buckets in filled.facets(StatementQuery(q="zebra"), list(FACETS), 10).values())


def test_a_filtered_facet_keeps_its_other_choices(filled: Engine) -> None:
    asked = StatementQuery(filters=Filters(source=("harbour-post",), kind=(Kind.DIRECT,)))
    assert counts(filled, asked, "source") == [("harbour-post", 1), ("lowland-gazette", 1)]
    assert counts(filled, asked, "kind") == [("direct", 1), ("indirect", 1), ("mixed", 1)]
    assert counts(filled, asked, "speaker_id") == [(made_of("Mary O'Hara", "US"), 1)]
    asked = StatementQuery(filters=Filters(act=(Act.DENY,), organisation=("nations",)))
    assert counts(filled, asked, "act") == [("warn", 1)]
    assert counts(filled, asked, "organisation") == []
    asked = StatementQuery(filters=Filters(speaker_id=(ANNA,)))
    assert counts(filled, asked, "speaker_id") == EXPECTED["speaker_id"]


def test_a_facet_is_filtered_by_other_facets_on_the_same_values(filled: Engine) -> None:
    asked = StatementQuery(filters=Filters(speaker_country=("AM",)))
    assert counts(filled, asked, "country") == [("AM", 2)]
    assert counts(filled, StatementQuery(filters=Filters(speaker=("petrosjan",))), "speaker_id") == [(ANNA, 2)]


def test_sort_limit_and_cursor_play_no_part(filled: Engine) -> None:
    cursor = filled.search(StatementQuery(limit=1)).next
    assert counts(filled, StatementQuery(limit=1, cursor=cursor), "source") == EXPECTED["source"]


def test_labels_are_for_people(filled: Engine) -> None:
    found = filled.facets(StatementQuery(), ["country", "source", "speaker_id"], 1)
    assert found == {
        "country": (Bucket("AM", 4, "Armenia"),),
        "source": (Bucket("harbour-post", 3, "Harbour Post"),),
        "speaker_id": (Bucket(ANNA, 2, "Anna Petrosjan"),),
    }


def test_counts_are_exact_among_many_values(engine: Engine) -> None:
    """More equals than any first guess holds: the order among them is still by value."""
    articles = [
        split(*(Said("Yes.", by="Ilk", speaker_id=f"q{n:03}") for n in range(start, start + 50)), title=f"Of {start}")
        for start in (150, 0, 100, 50, 0)
    ]
    engine.replace(articles[:2])
    engine.replace(articles[2:])
    found = counts(engine, StatementQuery(), "speaker_id", 60)
    assert found == [(f"q{n:03}", 1) for n in range(60)]


SPELLINGS = ("Serhiy Kedrov", "Sergej Kedrov", "Serhiy Kedrov", "Sergei Kedrov", "Sergej Kedrov")


def spelled(engine: Engine) -> None:
    """One person in five spellings, another of the same name, and one of whom nobody told who it is."""
    said = [Said(f"Road {n}.", by=name, speaker_id="person:k") for n, name in enumerate(SPELLINGS)]
    other = [Said("A bridge.", by="Serhiy Kedrov", speaker_id="person:k:UA", organisation="U.N.")] * 2
    engine.replace([split(*said, *other, Said("A ferry.", by="officials", organisation="UN"))])


def test_an_id_is_called_by_the_most_frequent_spelling_in_what_is_found(engine: Engine) -> None:
    spelled(engine)

    def called(q: str) -> list[tuple[str, int, str]]:
        found = engine.facets(StatementQuery(q=q), ["speaker_id", "organisation"], 5)["speaker_id"]
        return [(bucket.value, bucket.count, bucket.label) for bucket in found]

    assert called("") == [("person:k", 5, "Sergej Kedrov"), ("person:k:UA", 2, "Serhiy Kedrov")]
    assert called("0 OR 2 OR 4") == [("person:k", 3, "Serhiy Kedrov")]
    assert called("3") == [("person:k", 1, "Sergei Kedrov")]
    assert called("3 OR 1") == [("person:k", 2, "Sergei Kedrov")]
    assert called("ferry") == []
    assert engine.facets(StatementQuery(), ["organisation"], 5)["organisation"] == (
        Bucket("body:united-nations", 3, "U.N."),
    )


def test_a_chosen_id_is_called_as_in_what_is_found_or_else_anywhere(engine: Engine) -> None:
    spelled(engine)
    asked = {"speaker_id": ["person:k", "person:k:UA", "person:nobody"]}
    (found,) = engine.value_counts(StatementQuery(q="3"), asked).values()
    assert [(bucket.count, bucket.label) for bucket in found] == [
        (1, "Sergei Kedrov"),
        (0, "Serhiy Kedrov"),
        (0, "person:nobody"),
    ]


def test_what_an_id_is_called_follows_what_is_written(engine: Engine) -> None:
    for spelling in ("Sergej Kedrov", "Serhiy Kedrov"):
        said = [Said("Yes.", by=spelling, speaker_id="person:k")] * len(spelling)
        engine.replace([split(*said, title=spelling), split(*said, title=f"{spelling} again")])
        (bucket,) = engine.facets(StatementQuery(), ["speaker_id"], 5)["speaker_id"]
        assert bucket.label == "Sergej Kedrov"
    engine.replace([split(*said, title="A third")])
    (bucket,) = engine.facets(StatementQuery(), ["speaker_id"], 5)["speaker_id"]
    assert bucket.label == "Serhiy Kedrov"


@pytest.mark.parametrize("facet", FACETS)
@pytest.mark.parametrize("words", ["", "corridor"])
def test_a_click_finds_just_as_many_as_are_counted(filled: Engine, facet: str, words: str) -> None:
    found = filled.facets(StatementQuery(q=words), [facet], 10)[facet]
    clicks = [StatementQuery(q=words, filters=Filters(**{facet: (bucket.value,)})) for bucket in found]
    assert [filled.count(query).value for query in clicks] == [bucket.count for bucket in found]
    written = [f'{words} {facet}:"{bucket.value}"' for bucket in found]
    assert [filled.count(StatementQuery(q=q)).value for q in written] == [bucket.count for bucket in found]


def test_a_click_on_a_spelling_among_many_finds_them_all(engine: Engine) -> None:
    spelled(engine)
    found = engine.facets(StatementQuery(), ["speaker_id"], 10)["speaker_id"]
    for bucket in found:
        query = StatementQuery(filters=Filters(speaker_id=(bucket.value,)))
        assert engine.count(query).value == bucket.count


def test_what_cannot_be_understood_is_refused(filled: Engine) -> None:
    with pytest.raises(QueryError):
        filled.facets(StatementQuery(q='"'), ["kind"], 10)
