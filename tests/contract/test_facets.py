"""Counts by country, speaker, source and kind."""

from __future__ import annotations

import pytest

from schemas.dates import PartialDate
from schemas.fields import FILTERS
from schemas.filters import Filters
from schemas.page import Bucket
from schemas.query import Dates, StatementQuery
from schemas.statement import Act, Kind
from search.engine import Engine
from search.errors import QueryError
from tests.contract.corpus import Said, split


def counts(engine: Engine, query: StatementQuery, facet: str, size: int = 10) -> list[tuple[str, int]]:
    return [(bucket.value, bucket.count) for bucket in engine.facets(query, [facet], size)[facet]]


EXPECTED = {
    "country": [("AM", 4), ("AZ", 2), ("RU", 1), ("TR", 1), ("UA", 1), ("US", 1)],
    "speaker_country": [("AM", 2), ("RU", 1), ("TR", 1), ("US", 1)],
    "target": [("AM", 1), ("UA", 1)],
    "about": [("AM", 2), ("AZ", 2), ("UA", 1)],
    "territory": [("Nagorno-Karabakh", 2), ("Upper Valley", 1)],
    "speaker": [
        ("Anna Petrosjan", 2),
        ("Ivan Kedrov", 1),
        ("Mary O'Hara", 1),
        ("Orhan Demirsoy", 1),
        ("Ørjan Bülbüloğlu", 1),
    ],
    "source": [("harbour-post", 3), ("lowland-gazette", 3)],
    "organisation": [("Foreign Ministry", 1), ("United Nations", 1)],
    "kind": [("indirect", 4), ("direct", 2), ("mixed", 1)],
    "act": [("warn", 4), ("demand", 1), ("deny", 1)],
    "basis": [("name", 2), ("pronoun", 1)],
}


@pytest.mark.parametrize("facet", FILTERS)
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
    assert all(buckets == () for buckets in filled.facets(StatementQuery(q="zebra"), list(FILTERS), 10).values())


def test_a_filtered_facet_keeps_its_other_choices(filled: Engine) -> None:
    asked = StatementQuery(filters=Filters(source=("harbour-post",), kind=(Kind.DIRECT,)))
    assert counts(filled, asked, "source") == [("harbour-post", 1), ("lowland-gazette", 1)]
    assert counts(filled, asked, "kind") == [("direct", 1), ("indirect", 1), ("mixed", 1)]
    assert counts(filled, asked, "speaker") == [("Mary O'Hara", 1)]
    asked = StatementQuery(filters=Filters(act=(Act.DENY,), organisation=("nations",)))
    assert counts(filled, asked, "act") == [("warn", 1)]
    assert counts(filled, asked, "organisation") == []


def test_a_facet_is_filtered_by_other_facets_on_the_same_values(filled: Engine) -> None:
    asked = StatementQuery(filters=Filters(speaker_country=("AM",)))
    assert counts(filled, asked, "country") == [("AM", 2)]
    assert counts(filled, StatementQuery(filters=Filters(speaker=("petrosjan",))), "speaker") == EXPECTED["speaker"]


def test_sort_limit_and_cursor_play_no_part(filled: Engine) -> None:
    cursor = filled.search(StatementQuery(limit=1)).next
    assert counts(filled, StatementQuery(limit=1, cursor=cursor), "source") == EXPECTED["source"]


def test_labels_are_for_people(filled: Engine) -> None:
    found = filled.facets(StatementQuery(), ["country", "source", "speaker"], 1)
    assert found == {
        "country": (Bucket("AM", 4, "Armenia"),),
        "source": (Bucket("harbour-post", 3, "Harbour Post"),),
        "speaker": (Bucket("Anna Petrosjan", 2, "Anna Petrosjan"),),
    }


def test_counts_are_exact_among_many_values(engine: Engine) -> None:
    """More equals than any first guess holds: the order among them is still by value."""
    articles = [
        split(*(Said("Yes.", by=f"Speaker {n:03}") for n in range(start, start + 50)), title=f"Article {start}")
        for start in (150, 0, 100, 50, 0)
    ]
    engine.replace(articles[:2])
    engine.replace(articles[2:])
    found = counts(engine, StatementQuery(), "speaker", 60)
    assert found == [(f"Speaker {n:03}", 1) for n in range(60)]


def test_what_cannot_be_understood_is_refused(filled: Engine) -> None:
    with pytest.raises(QueryError):
        filled.facets(StatementQuery(q='"'), ["kind"], 10)
