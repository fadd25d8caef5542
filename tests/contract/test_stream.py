"""Everything that a query finds, as it was when it was asked for."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import pytest

from schemas.query import Sort, StatementQuery
from search.engine import Engine
from search.errors import QueryError
from tests.contract.corpus import CORPUS, Said, split

MANY = tuple(
    split(*(Said(f"Words and {'more ' * (n % 7)}words {number}.") for n in range(15)), title=f"Article {number}")
    for number in range(20)
)


@pytest.mark.parametrize("collapse", [False, True])
@pytest.mark.parametrize("sort", Sort)
def test_all_of_it_in_the_order_of_the_pages(filled: Engine, sort: Sort, collapse: bool) -> None:
    query = StatementQuery(q="corridor OR border", sort=sort, collapse=collapse)
    assert tuple(filled.stream(query)) == filled.search(query).data


def test_highlights_are_left_out_on_request(filled: Engine) -> None:
    query = StatementQuery(q="corridor OR border")
    with_marks, without = list(filled.stream(query)), list(filled.stream(query, highlighted=False))
    assert all(found.highlight for found in with_marks)
    assert without == [replace(found, highlight=()) for found in with_marks]


@pytest.mark.parametrize(("words", "collapse"), [("words", False), ("words", True), ("zebra", False)])
def test_the_total_is_of_the_same_state(engine: Engine, words: str, collapse: bool) -> None:
    engine.replace(MANY)
    query = StatementQuery(q=words, collapse=collapse)
    stream, expected = engine.stream(query), engine.search(query).total
    engine.delete(MANY[15].article.id)
    assert stream.total == expected
    assert len(list(stream)) == expected.value


@pytest.mark.parametrize("sort", Sort)
def test_what_is_written_meanwhile_changes_nothing(engine: Engine, sort: Sort) -> None:
    engine.replace(MANY)
    stream = engine.stream(StatementQuery(q="words", sort=sort))
    ids = [found.statement.id for found in islice(stream, 50)]
    engine.replace([split(Said("Other words."), title=MANY[n].article.title) for n in range(10)])
    engine.delete(MANY[15].article.id)
    ids += [found.statement.id for found in stream]
    assert len(ids) == len(set(ids))
    assert set(ids) == {said.id for one in MANY for said in one.extraction.statements}


def test_limit_and_cursor_play_no_part(filled: Engine) -> None:
    cursor = filled.search(StatementQuery(limit=1)).next
    everything = sum(len(one.extraction.statements) for one in CORPUS)
    assert len(list(filled.stream(StatementQuery(limit=1, cursor=cursor)))) == everything


def test_what_cannot_be_understood_is_refused_before_anything_is_given(filled: Engine) -> None:
    with pytest.raises(QueryError):
        filled.stream(StatementQuery(q='"'))


def test_nothing_matches(filled: Engine) -> None:
    assert list(filled.stream(StatementQuery(q="zebra"))) == []


def test_may_be_left_before_its_end(filled: Engine) -> None:
    stream = filled.stream(StatementQuery())
    next(stream)
    stream.close()
    assert filled.search(StatementQuery()).data
