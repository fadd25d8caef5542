"""Who waits for a server that can't answer now, how long, and what is told of it."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from schemas.query import StatementQuery
from search.elastic.client import patience as module
from search.elastic.client.patience import NotNow, Patience, patience_of, patiently
from search.elastic.engine import ElasticEngine
from search.errors import EngineUnavailable
from tests.contract.corpus import CORPUS
from tests.search.elastic.proxy import CUT, Way, way_to

STATEMENTS = sum(len(split.extraction.statements) for split in CORPUS)


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds that nobody waits for, on a clock that goes on by them."""
    pauses: list[float] = []
    monkeypatch.setattr(module.time, "sleep", pauses.append)
    monkeypatch.setattr(module.time, "monotonic", lambda: sum(pauses))
    return pauses


def test_pauses_grow_and_together_take_what_is_granted(slept: list[float]) -> None:
    assert all(Patience().waits(60, lambda: "away"))
    assert sum(slept) == pytest.approx(60)
    assert slept[0] == module.FIRST_PAUSE
    assert max(slept) == module.LONGEST_PAUSE
    assert all(one <= other for one, other in pairwise(slept[:-1]))


def test_a_longer_wait_is_told_once(slept: list[float]) -> None:
    told: list[str] = []
    patience = Patience(tell=told.append)
    assert list(patience.waits(2, lambda: "away"))
    assert told == []
    assert list(patience.waits(60, lambda: "Elasticsearch does not answer"))
    assert told == ["Elasticsearch does not answer: waiting 60 seconds at most"]


def test_without_patience_nothing_is_waited(slept: list[float]) -> None:
    assert list(Patience().waits(0, lambda: "away")) == []
    assert slept == []


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_who_reads_waits_a_moment_for_a_server_that_is_busy(way: Way, risky: ElasticEngine, status: int) -> None:
    risky.replace(CORPUS)
    patience_of(risky.client).busy = 60  # seconds: a crowded machine may take the usual five for three requests
    way.again()
    way.fault = lambda count, _path: status if count < 3 else None
    assert risky.count(StatementQuery()).value == STATEMENTS
    assert way.requests > 3


def test_who_reads_does_not_wait_for_a_server_that_is_away(way: Way, risky: ElasticEngine) -> None:
    risky.replace(CORPUS)
    way.again()
    way.fault = lambda _count, _path: CUT
    begun = time.monotonic()
    with pytest.raises(EngineUnavailable):
        risky.count(StatementQuery())
    assert way.requests == 2, "asked anew once, where an idle connection was closed"
    assert time.monotonic() - begun < 2


def test_who_indexes_waits_for_a_server_that_is_away(way: Way, risky: ElasticEngine) -> None:
    risky.status()
    risky.be_patient(30, lambda _reason: None)
    way.again()
    way.fault = lambda count, _path: CUT if count < 6 else None
    risky.replace(CORPUS)
    assert risky.count(StatementQuery()).value == STATEMENTS


def test_but_not_where_it_never_answered(elasticsearch_url: str, index: str) -> None:
    with way_to(elasticsearch_url) as way, ElasticEngine(f"{way.url}?index={index}") as engine:
        engine.be_patient(30, lambda _reason: None)
        way.fault = lambda _count, _path: CUT
        with pytest.raises(EngineUnavailable):
            engine.status()
        assert way.requests == 2


def test_another_node_is_asked_at_once(elasticsearch_url: str, index: str) -> None:
    """Of three of which two are away."""
    host = elasticsearch_url.removeprefix("http://")
    with ElasticEngine(f"http://127.0.0.1:1,127.0.0.1:2,{host}?index={index}") as engine:
        engine.replace(CORPUS)
        for _ in range(10):
            assert engine.count(StatementQuery()).value == STATEMENTS


def test_a_part_that_is_away_is_asked_again(risky: ElasticEngine) -> None:
    asked = []

    def answered() -> str:
        asked.append(1)
        if len(asked) < 3:
            raise NotNow
        return "answer"

    assert patiently(risky.client, answered) == "answer"
    patience_of(risky.client).busy = 0
    asked.clear()
    with pytest.raises(NotNow):
        patiently(risky.client, answered)
