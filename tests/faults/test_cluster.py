"""A cluster of three nodes loses one by SIGKILL while it is written and searched: no request fails, and the other two
have it all.
"""

from __future__ import annotations

import json
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from schemas.query import ArticleQuery, Sort, StatementQuery
from search.engine import Engine, View
from search.opening import open_engine
from tests.elasticsearch.server import Node, cluster
from tests.faults.commands import ONE, pausing
from tests.faults.corpus import Contents, contents, wait_until_some_are_stored
from tests.forked import Forked

QUESTIONS: Sequence[Callable[[View], object]] = (
    lambda view: view.search(StatementQuery(q="gate")),
    lambda view: view.search(StatementQuery(q="litres", sort=Sort.NEWEST, collapse=True)),
    lambda view: view.count(StatementQuery(q="shut")),
    lambda view: view.facets(StatementQuery(), ["speaker_id", "source", "country"], 5),
    lambda view: view.timeline(StatementQuery()),
    lambda view: view.complete(StatementQuery(), "speaker_id", "ana", 5),
    lambda view: view.articles(ArticleQuery()),
    lambda view: view.article(view.articles(ArticleQuery()).data[0].article.id),
)
CALLS: Sequence[Callable[[Engine], object]] = (
    *QUESTIONS,
    *(lambda engine, ask=ask: ask(engine.view()) for ask in QUESTIONS),  # of a state that the lost node may have held
    lambda engine: engine.generation(),
    lambda engine: engine.status(),
)


@pytest.fixture(scope="module")
def nodes(elasticsearch_url: str) -> Iterator[Sequence[Node]]:
    """The shared server is asked for because it says what is missing where there can be none."""
    with cluster(3) as nodes:
        yield nodes


def told(url: str) -> Any:
    with urllib.request.urlopen(url, timeout=60) as answer:
        return json.load(answer)


def on(nodes: Sequence[Node], index: str) -> str:
    return f"http://{','.join(node.url.removeprefix('http://') for node in nodes)}?index={index}"


def master_and_index(nodes: Sequence[Node]) -> tuple[Node, str]:
    """The master, and an empty index of which it holds the primary shard of the statements: losing it is the worst."""
    url = nodes[0].url
    name = told(f"{url}/_cat/master?format=json")[0]["node"]
    for number in range(10):
        index = f"lost-{number}"
        with open_engine(on(nodes, index)) as engine:
            engine.status()
        assert not told(f"{url}/_cluster/health/{index}-*?wait_for_status=green&timeout=60s")["timed_out"]
        shards = told(f"{url}/_cat/shards/{index}-statements?format=json")
        if name in (shard["node"] for shard in shards if shard["prirep"] == "p"):
            return next(node for node in nodes if f"node.name={name}" in node.settings), index
    raise AssertionError("the master holds no primary shard")


def search_until(over: threading.Event, address: str) -> int:
    """How many calls were answered; whatever one raises is raised. Every tenth opens an engine of its own."""
    answered = 0
    with open_engine(address) as engine:
        for call in cycle(CALLS):
            if over.is_set():
                return answered
            call(engine)
            if answered % 10 == 0:
                with open_engine(address) as another:
                    another.search(StatementQuery())
            answered += 1
            time.sleep(0.1)  # these tests run on small machines
    raise AssertionError


def test_the_master_is_lost(nodes: Sequence[Node], corpus: Path, undisturbed: Contents) -> None:
    lost, index = master_and_index(nodes)
    address = on(nodes, index)
    over = threading.Event()
    command = Forked("index", corpus, *ONE, "--engine", address, prepare=pausing)
    wait_until_some_are_stored(address)
    with ThreadPoolExecutor() as threads:
        searching = threads.submit(search_until, over, address)
        try:
            lost.kill()
            assert command.poll() is None, "it was not lost in the middle"
            out, errors = command.communicate()
        finally:
            over.set()
    assert (command.returncode, errors) == (0, ""), out
    assert searching.result() > 0
    assert contents(address) == undisturbed
