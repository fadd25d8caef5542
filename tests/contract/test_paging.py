"""Walking `next` to its end gives each result once: for any limit, in every sort, to any depth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.filters import Filters
from schemas.query import Dates, Sort, StatementQuery
from search.documents.index_fields import sort_keys
from search.engine import Engine
from search.errors import QueryError
from search.opening import open_engine
from tests.contract.corpus import Said, split
from tests.elasticsearch.indices import Addresses

DAYS = ("2024-05-10", "2024-05-10", "2024-05", "2023", None)
MANY = tuple(
    split(
        *(Said(f"The same words, {'more ' * (n % 3)}in all.", on=day) for n in range(8)),
        title=f"Article {number}",
        published=day,
    )
    for number, day in enumerate(DAYS * 3)
)
COUNT = 8 * len(MANY)


@pytest.fixture(scope="module")
def many(fresh_address: Addresses) -> Iterator[Engine]:
    """Full of statements that no score or day tells apart, written in several goes."""
    with open_engine(fresh_address()) as engine:
        for start in range(0, len(MANY), 4):
            engine.replace(MANY[start : start + 4])
        yield engine


def walk(engine: Engine, query: StatementQuery) -> list[str]:
    ids: list[str] = []
    while True:
        page = engine.search(query)
        assert page.total.value == COUNT
        assert len(page.data) == query.limit or page.next is None
        ids += [found.statement.id for found in page.data]
        if page.next is None:
            return ids
        query = replace(query, cursor=page.next)


@given(
    q=st.sampled_from(["", "words", "word* -absent"]),
    limit=st.integers(1, 100),
    sort=st.sampled_from(Sort),
    dates=st.sampled_from(Dates),
)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_result_once_for_any_limit(many: Engine, q: str, limit: int, sort: Sort, dates: Dates) -> None:
    ids = walk(many, StatementQuery(q=q, sort=sort, dates=dates, limit=limit))
    assert len(ids) == len(set(ids)) == COUNT
    assert ids == walk(many, StatementQuery(q=q, sort=sort, dates=dates, limit=100))


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.OLDEST])
def test_order_is_the_same_on_every_engine(many: Engine, sort: Sort) -> None:
    places = [
        (-sort_keys("published", one.article.published_on, one.article.id, place)[f"published_{sort.value}"], said.id)
        for one in MANY
        for place, said in enumerate(one.extraction.statements)
    ]
    assert walk(many, StatementQuery(sort=sort)) == [statement_id for _, statement_id in sorted(places)]


def test_equal_scores_stand_newest_first(many: Engine) -> None:
    found = many.search(StatementQuery(q="words", limit=100)).data
    best = [one for one in found if "more" not in one.statement.text]
    assert len(best) == 3 * len(MANY)
    days = [str(one.article.published_on or "") for one in best]
    assert days == sorted(days, reverse=True)


def test_the_limit_may_change_on_the_way(many: Engine) -> None:
    query = StatementQuery(sort=Sort.NEWEST, limit=3)
    first = many.search(query)
    second = many.search(replace(query, limit=5, cursor=first.next))
    together = many.search(replace(query, limit=8))
    assert first.data + second.data == together.data


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.OLDEST])
def test_nothing_is_missed_while_others_write(engine: Engine, sort: Sort) -> None:
    old = [split(Said("Here before."), title=f"Old {n}", published=f"2024-05-{10 + n}") for n in range(6)]
    engine.replace(old)
    query = StatementQuery(sort=sort, limit=2)
    ids: list[str] = []
    for n in range(100):
        page = engine.search(query)
        ids += [found.statement.id for found in page.data]
        if page.next is None:
            break
        engine.replace([split(Said("New."), title=f"New {n}", published=f"2024-05-{5 + 11 * (n % 2):02}")])
        query = replace(query, cursor=page.next)
    expected = {said.id for one in old for said in one.extraction.statements}
    assert len(ids) == len(set(ids))
    assert expected <= set(ids)


@pytest.mark.parametrize("collapse", [False, True])
@pytest.mark.parametrize("limit", [2, 10])
def test_a_ranking_holds_still_while_others_write(engine: Engine, limit: int, collapse: bool) -> None:
    """What is written changes how rare the words are, and so all scores and their order."""
    texts = [f"{n}: {'grain ' * (n % 3)}{'summit ' * (n % 4)}{'road ' * (n % 5)}" for n in range(1, 16)]
    old = [split(Said(text, by=f"Speaker {n}"), title=f"Old {n}") for n, text in enumerate(texts)]
    engine.replace(old)
    query = StatementQuery(q="grain OR summit OR road", limit=limit, collapse=collapse)
    ids: list[str] = []
    for n in range(100):
        page = engine.search(query)
        ids += [found.statement.id for found in page.data]
        if page.next is None:
            break
        word = ("grain", "summit", "road")[n % 3]
        engine.replace([split(*(Said(f"{n} {m} {word}.") for m in range(10)), title=f"New {n}")])
        query = replace(query, cursor=page.next)
    expected = {one.extraction.statements[0].id for one in old if len(one.article.text.split()) > 1}
    assert len(ids) == len(set(ids))
    assert expected <= set(ids)


def test_the_end_is_known_when_it_fits(many: Engine) -> None:
    page = many.search(StatementQuery(limit=100))
    assert page.next is not None
    assert many.search(StatementQuery(limit=100, cursor=page.next)).next is None


@pytest.mark.parametrize(
    "cursor", ["", "x", "….", "A" * 40, "A" * 5000, "\x00", "AAAA=", "eyJhIjoxfQ", "-1", "null", "\ud800"]
)
@pytest.mark.parametrize("sort", Sort)
def test_garbage_is_no_cursor(many: Engine, cursor: str, sort: Sort) -> None:
    with pytest.raises(QueryError) as raised:
        many.search(StatementQuery(q="words", sort=sort, cursor=cursor))
    assert (raised.value.fault.code, raised.value.fault.parameter) == ("bad-cursor", "cursor")


@pytest.mark.parametrize(
    "other",
    [
        StatementQuery(q="same", sort=Sort.NEWEST),
        StatementQuery(q="words", sort=Sort.OLDEST),
        StatementQuery(q="words", sort=Sort.RELEVANCE),
        StatementQuery(q="words", sort=Sort.NEWEST, filters=Filters(country=("AM",))),
        StatementQuery(q="words", sort=Sort.NEWEST, dates=Dates.SAID),
    ],
)
def test_a_cursor_belongs_to_its_query(many: Engine, other: StatementQuery) -> None:
    cursor = many.search(StatementQuery(q="words", sort=Sort.NEWEST, limit=2)).next
    with pytest.raises(QueryError) as raised:
        many.search(replace(other, cursor=cursor))
    assert (raised.value.fault.code, raised.value.fault.parameter) == ("bad-cursor", "cursor")


@pytest.mark.parametrize("at", [0, 5, 20, -1])
def test_a_changed_cursor_is_refused(many: Engine, at: int) -> None:
    cursor = many.search(StatementQuery(limit=2)).next
    assert cursor is not None
    place = at % len(cursor)
    changed = cursor[:place] + ("A" if cursor[place] != "A" else "g") + cursor[place + 1 :]
    with pytest.raises(QueryError):
        many.search(StatementQuery(limit=2, cursor=changed))
