"""Cursors come back as they were made, with their own query, and nothing else is one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.filters import Filters
from schemas.query import Sort, StatementQuery
from search.errors import QueryError
from search.queries import cursor

QUERY = StatementQuery(q="corridor \ud800", sort=Sort.NEWEST)
SHAPE = (int, str)


@given(
    number=st.integers(0, 2**63 - 1),
    text=st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    score=st.floats(0, 1e9),
)
def test_comes_back_as_it_was_made(number: int, text: str, score: float) -> None:
    made = cursor.encode(QUERY, (number, text, score))
    assert cursor.decode(replace(QUERY, cursor=made), (int, str, float)) == [number, text, score]


def test_is_opaque_and_fits_into_an_address() -> None:
    made = cursor.encode(QUERY, (1, "an-id"))
    assert set(made) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    assert "an-id" not in made


def test_no_cursor() -> None:
    assert cursor.decode(QUERY, SHAPE) is None


def test_limit_may_change_and_the_default_sort_may_be_spelled_out() -> None:
    made = cursor.encode(StatementQuery(q="a", limit=5), (1, "x"))
    assert cursor.decode(StatementQuery(q="a", limit=7, sort=Sort.RELEVANCE, cursor=made), SHAPE) == [1, "x"]


@pytest.mark.parametrize(
    "change",
    [
        {"q": "border"},
        {"sort": Sort.OLDEST},
        {"filters": Filters(country=("AM",))},
        {"filters": Filters(speaker=("x",))},
    ],
)
def test_belongs_to_its_query(change: dict[str, object]) -> None:
    made = cursor.encode(QUERY, (1, "x"))
    refused(replace(QUERY, cursor=made, **change))


@pytest.mark.parametrize("values", [(1,), (1, "x", 2.0), ("1", "x"), (1.5, "x"), (1, None), (-1, "x")])
def test_has_the_shape_its_reader_expects(values: tuple[cursor.CursorValue, ...]) -> None:
    refused(replace(QUERY, cursor=cursor.encode(QUERY, values)))


@given(st.text(max_size=60))
def test_no_other_text_is_one(text: str) -> None:
    refused(replace(QUERY, cursor=text))


@given(at=st.integers(0, 200), put=st.sampled_from("ABab01-_"))
def test_no_changed_one_is(at: int, put: str) -> None:
    made = cursor.encode(QUERY, (5, "an-id"))
    at %= len(made) - 1
    changed = made[:at] + put + made[at + 1 :]
    if changed != made:
        refused(replace(QUERY, cursor=changed))


def refused(query: StatementQuery) -> None:
    with pytest.raises(QueryError) as raised:
        cursor.decode(query, SHAPE)
    assert (raised.value.fault.code, raised.value.fault.parameter) == ("bad-cursor", "cursor")
