"""What the pages before gave is passed over, wherever it stands."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.query import StatementQuery
from schemas.statement import FoundStatement
from search.documents.serialization import head
from search.errors import QueryError
from search.queries.ranked_pages import hashed, pack, unpack, unseen
from tests.contract.corpus import Said, split


@dataclass(frozen=True)
class Placed:
    found: FoundStatement


def results(names: str) -> list[Placed]:
    articles = [split(Said(name), title=name) for name in names]
    return [Placed(FoundStatement(one.extraction.statements[0], head(one.article))) for one in articles]


def texts(found: object) -> str:
    assert isinstance(found, list)
    return "".join(placed.found.statement.text for placed in found)


@pytest.mark.parametrize("collapse", [False, True])
def test_what_stands_behind_the_page_is_still_to_be_passed_over(collapse: bool) -> None:
    """The first page gave X, which then fell behind Y."""
    query = StatementQuery(limit=1, collapse=collapse)
    ranking = results("YXZ")
    given_first = {hashed(ranking[1].found, query)}
    page, more, left = unseen(ranking, given_first, query)
    assert (texts(page), more, set(left)) == ("Y", True, given_first)
    page, more, left = unseen(ranking[1:], left, query)
    assert (texts(page), more, set(left)) == ("Z", False, set())


@given(ranking=st.permutations("ABCDEFG"), first=st.integers(0, 7), limit=st.integers(1, 8))
def test_each_once_in_any_ranking(ranking: list[str], first: int, limit: int) -> None:
    query = StatementQuery(limit=limit)
    pinned = results("".join(ranking))
    left = {hashed(placed.found, query) for placed in results("ABCDEFG"[:first])}
    seen, at, more = "", 0, True
    while more:
        page, more, left = unseen(pinned[at:], left, query)  # type: ignore[assignment]  # any collection will do
        seen += texts(page)
        at = pinned.index(page[-1]) + 1 if page else at
    assert sorted(seen) == list("ABCDEFG"[first:])


def test_hashes_go_into_a_cursor_and_come_back() -> None:
    names = {hashed(placed.found, StatementQuery()) for placed in results("ABC")}
    assert unpack(pack(names)) == names
    assert unpack(pack([])) == set()
    with pytest.raises(QueryError) as raised:
        unpack("not base 85 \x00")
    assert raised.value.fault.code == "bad-cursor"
