"""A view whose state the server lost: its points in time are closed behind its back here, as where a node is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from elasticsearch import Elasticsearch

from schemas.query import Sort, StatementQuery
from search.elastic.engine import ElasticEngine
from search.elastic.searching.compiler import SORTED_BY
from search.errors import QueryError
from search.queries.cursor import decode
from tests.contract.corpus import Said, split
from tests.contract.test_view import EVERYTHING, asked, before, change, outlets

WORD = StatementQuery(q="harbour", limit=1)


@pytest.fixture
def written(engine: ElasticEngine) -> ElasticEngine:
    engine.replace(before())
    return engine


def lose(engine: ElasticEngine, client: Elasticsearch) -> None:
    """What views share."""
    state = engine.points.newest
    assert state
    for reader in (state.statements, state.articles):
        assert client.close_point_in_time(id=str(reader.pit))["num_freed"] > 0


def test_every_question_is_answered_where_the_state_was_lost(written: ElasticEngine, client: Elasticsearch) -> None:
    questions = asked([found.statement.id for found in written.search(EVERYTHING).data])
    for name, ask in questions.items():
        view = written.view()
        expected = ask(view)
        lose(written, client)
        assert ask(view) == expected, name
        assert ask(written.view()) == expected, name


def test_questions_go_on_in_one_new_state(written: ElasticEngine, client: Elasticsearch) -> None:
    view = written.view()
    assert view.count(EVERYTHING).value == 3
    change(written)
    lose(written, client)
    assert view.count(EVERYTHING).value == 2
    written.replace([split(Said("The harbour is open again."), title="Four")])
    assert view.count(EVERYTHING).value == 2
    assert outlets(view) == {"harbour-post": "The New Harbour Post", "lowland-gazette": "Lowland Gazette"}


def test_a_view_outlives_its_index(written: ElasticEngine, client: Elasticsearch) -> None:
    """A rebuild deletes one that was not used for long."""
    view = written.view()
    assert view.count(EVERYTHING).value == 3
    for told in written.rebuild(lambda articles: map(written.prepare, articles)):
        if told.in_use:
            break
    client.indices.delete(index=[f"{written.address.index}-{part}-000001" for part in ("statements", "articles")])
    assert view.count(EVERYTHING).value == 3
    assert outlets(view) == {"harbour-post": "Harbour Post"}


def test_a_ranking_that_was_lost_has_expired(written: ElasticEngine, client: Elasticsearch) -> None:
    """A new one would give results twice, or never."""
    second = replace(WORD, cursor=written.search(WORD).next)
    third = replace(WORD, cursor=written.search(second).next)
    assert written.search(third).data
    pin, *_ = decode(third, (str, *SORTED_BY[Sort.RELEVANCE], int, str)) or []
    assert client.close_point_in_time(id=str(pin))["num_freed"] > 0
    with pytest.raises(QueryError) as raised:
        written.search(third)
    assert (raised.value.fault.code, raised.value.fault.parameter) == ("expired-cursor", "cursor")
