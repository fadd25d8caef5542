"""What a request may take: both engines stop when it is over, and when nobody waits any more."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from schemas.dates.partial_dates import PartialDate
from schemas.fields import FILTERS
from schemas.page import Stretch, Timeline
from schemas.query import ArticleQuery, Interval, Sort, StatementQuery
from search import budget
from search.engine import Engine
from search.errors import ClientGone, OutOfTime, SearchError
from tests.contract.corpus import Said, split

QUERY = StatementQuery(q="corridor", collapse=True)
WHOLE = Timeline(Interval.YEAR, (Stretch(PartialDate(2023), 1, 1), Stretch(PartialDate(2024), 1, 1)), 0)
READING: dict[str, Callable[[Engine], Any]] = {
    "search": lambda engine: engine.search(QUERY),
    "search by date": lambda engine: engine.search(StatementQuery(sort=Sort.NEWEST)),
    "count": lambda engine: engine.count(QUERY),
    "facets": lambda engine: engine.facets(QUERY, list(FILTERS), 10),
    "complete": lambda engine: engine.complete(StatementQuery(), "speaker_id", "a", 10),
    "timeline": lambda engine: engine.timeline(QUERY),
    "counts over": lambda engine: engine.counts_over(QUERY, WHOLE),
    "stream": lambda engine: list(engine.stream(QUERY)),
    "articles": lambda engine: engine.articles(ArticleQuery()),
}


@pytest.mark.parametrize("call", READING.values(), ids=READING.keys())
def test_stops_where_no_time_is_left(filled: Engine, call: Callable[[Engine], Any]) -> None:
    with budget.within(0), pytest.raises(OutOfTime):
        call(filled)
    with budget.within(60):
        assert call(filled)


@pytest.mark.parametrize("call", READING.values(), ids=READING.keys())
def test_stops_where_nobody_waits(filled: Engine, call: Callable[[Engine], Any]) -> None:
    with budget.within(60, lambda: True), pytest.raises(ClientGone):
        call(filled)


def test_stops_in_the_middle(engine: Engine) -> None:
    """A stream whose statements take long to mark."""
    long = "corridor convoy " * 800
    engine.replace([split(*(Said(f"{long} {place}.") for place in range(50)), title=f"Notes {n}") for n in range(3)])
    stream = engine.stream(StatementQuery(q="corridor NEAR/5 convoy"))
    with budget.within(60):
        next(stream)
    with pytest.raises(OutOfTime), budget.within(0.1):
        list(stream)
    with budget.within(60):
        assert engine.count(QUERY).value == 150


def test_a_server_stops_too(engine: Engine, request: pytest.FixtureRequest) -> None:
    """Elasticsearch is told to give up a long search once nobody waits for it."""
    client = getattr(engine, "client", None)
    if client is None:
        return  # embedded: there is no server
    engine.replace([split(*(Said(f"{'corridor convoy ' * 300} {place}.") for place in range(300)))])
    index = f"{request.getfixturevalue('address').rpartition('=')[2]}-statements"
    with pytest.raises(OutOfTime), budget.within(0.2):
        client.search(index=index, query={"bool": {"should": [intervals(gaps) for gaps in range(300)]}})
    assert ends(lambda: running(client, index)), "the server goes on"


def intervals(gaps: int) -> dict[str, Any]:
    words = [{"match": {"query": word, "max_gaps": 0}} for word in ("corridor", "convoy", "corridor", "convoy")]
    return {"intervals": {"stems": {"all_of": {"intervals": words, "ordered": True, "max_gaps": gaps}}}}


def running(client: Any, index: str) -> bool:
    """Whether a search goes on that nobody has cancelled."""
    asked = client.perform_request("GET", "/_tasks?detailed=true&actions=indices:data/read/search")
    nodes = asked["nodes"].values()
    tasks = [task for node in nodes for task in node["tasks"].values()]
    return any(index in str(task.get("description")) and not task.get("cancelled") for task in tasks)


def ends(goes_on: Callable[[], bool], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while goes_on():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


def test_without_a_budget_nothing_is_bounded(filled: Engine) -> None:
    assert budget.left() is None
    assert filled.count(StatementQuery()).value


def test_a_budget_ends_with_its_block() -> None:
    with budget.within(60):
        try:
            with budget.within(0):
                budget.check()
        except SearchError:
            pass
        assert budget.left() or 0 > 50
    assert budget.left() is None
