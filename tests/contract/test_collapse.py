"""The same words in several outlets, folded into one result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.dates.partial_dates import PartialDate
from schemas.filters import Filters
from schemas.page import Relation, Total
from schemas.query import Sort, StatementQuery
from schemas.statement import FoundStatement
from search.engine import Engine
from search.opening import open_engine
from search.queries.collapse import SHOWN
from tests.contract.corpus import Said, split
from tests.elasticsearch.indices import Addresses

WIRE = "The ministry will answer tomorrow."
OUTLETS = ("Lowland Gazette", "Harbour Post", "Northern Mail", None)
ARTICLES = tuple(
    split(
        *([Said(WIRE, by="Anna Petrosjan")] if n % 2 else []),
        Said(f"Only here, number {n}: the ministry.", by="Ivan Kedrov"),
        *([Said(f"Shared by some, the ministry {n // 7}.")] if n % 3 else []),
        title=f"Article {n}",
        source=OUTLETS[n % len(OUTLETS)],
        published=f"2024-0{1 + n % 6}-1{n % 10}" if n % 11 else None,
    )
    for n in range(60)
)


@pytest.fixture(scope="module")
def wired(fresh_address: Addresses) -> Iterator[Engine]:
    with open_engine(fresh_address()) as engine:
        for start in range(0, len(ARTICLES), 30):
            engine.replace(ARTICLES[start : start + 30])
        yield engine


def walk(engine: Engine, query: StatementQuery) -> list[FoundStatement]:
    found: list[FoundStatement] = []
    while True:
        page = engine.search(query)
        found += page.data
        assert len(page.data) == query.limit or page.next is None
        if page.next is None:
            return found
        query = replace(query, cursor=page.next)


queries = st.builds(
    StatementQuery,
    q=st.sampled_from(["", "ministry", "ministry some", "tomorrow OR number", "ministry -number"]),
    filters=st.builds(Filters, source=st.sampled_from([(), ("harbour-post",), ("harbour-post", "northern-mail")])),
    date_from=st.sampled_from([None, PartialDate(2024, 3)]),
    sort=st.sampled_from(Sort),
    limit=st.sampled_from([2, 7, 30, 100]),
)


@given(queries)
@settings(max_examples=12, deadline=None)
def test_each_group_once_as_the_first_of_its_copies(wired: Engine, query: StatementQuery) -> None:
    groups: dict[str, list[FoundStatement]] = {}
    for found in walk(wired, replace(query, limit=100)):
        groups.setdefault(found.statement.fingerprint, []).append(found)
    folded = walk(wired, replace(query, collapse=True))
    assert [one.statement.id for one in folded] == [group[0].statement.id for group in groups.values()]
    assert wired.search(replace(query, collapse=True)).total == Total(len(groups))
    for one in folded:
        group = groups[one.statement.fingerprint]
        assert one.carried is not None
        assert one.carried.statements == len(group)
        sources = [copy.article.source for copy in group]
        assert one.carried.outlets == len({source.id for source in sources if source}) + sources.count(None)
        assert len(one.carried.others) == min(SHOWN, len(group) - 1)
        assert {copy.statement_id for copy in one.carried.others} <= {copy.statement.id for copy in group[1:]}


def test_copies_are_named_by_their_date(wired: Engine) -> None:
    query = StatementQuery(
        q="tomorrow", sort=Sort.NEWEST, collapse=True, filters=Filters(source=("harbour-post", "northern-mail"))
    )
    (found,) = wired.search(query).data
    assert found.carried is not None
    days = [copy.article.published_on for copy in found.carried.others]
    known = [str(day) for day in days if day]
    assert known == sorted(known)
    assert None not in days[: len(known)]


@pytest.mark.parametrize("collapse", [True, False])
@pytest.mark.parametrize("sort", Sort)
def test_the_first_are_those_of_a_page(wired: Engine, sort: Sort, collapse: bool) -> None:
    query = StatementQuery(sort=sort, collapse=collapse, limit=3)
    assert wired.first(query) == list(wired.search(query).data)


def test_copies_are_told_whole_where_there_are_more_than_are_read_at_once(
    wired: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = StatementQuery(q="tomorrow", collapse=True)
    expected = wired.first(query)
    monkeypatch.setattr("search.embedded.searching.results.FEW_COPIES", 3)
    monkeypatch.setattr("search.elastic.searching.results.COPIES_AT_ONCE", 3)
    assert wired.first(query) == expected


def test_nothing_is_told_of_copies_where_none_are_folded(wired: Engine) -> None:
    assert all(found.carried is None for found in wired.search(StatementQuery(q="tomorrow")).data)


def test_a_great_many_matches_are_counted_about(wired: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    query = StatementQuery(q="ministry", collapse=True)
    exact = wired.search(query).total.value
    monkeypatch.setattr("search.results.EXACT_BELOW", 10)
    total = wired.search(query).total
    assert total.relation is Relation.ABOUT
    assert abs(total.value - exact) <= exact / 10


def test_facets_count_statements(wired: Engine) -> None:
    assert wired.count(StatementQuery(q="tomorrow", collapse=True)).value == 30
