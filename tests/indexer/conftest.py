import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from ipaddress import ip_address
from typing import Any

import pytest

from indexer.inputs.input import Link, Origin
from indexer.web.address import is_public
from indexer.web.client import Client
from indexer.web.connection import Gate
from indexer.web.fetcher import Fetcher
from indexer.web.pace import Pace
from tests.forked import SERVER, ensure_server
from tests.indexer.web.site import Site, serving

HERE = ip_address("127.0.0.1")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def elsewhere() -> Iterator[Site]:
    """Another server, to be sent to."""
    with serving() as site:
        yield site


@pytest.fixture
def pauses() -> list[float]:
    """What was slept, instead of sleeping it."""
    return []


@pytest.fixture
def fetcher(pauses: list[float]) -> Fetcher:
    """As it fetches for users, but that this one machine is allowed, and that nothing waits."""
    return fetcher_with(pause=pauses.append)


def fetcher_with(
    pause: Callable[[float], None], resolve: Callable[[str, int], Sequence[str]] | None = None, **client: Any
) -> Fetcher:
    gate = Gate(lambda ip: ip == HERE or is_public(ip), **({"resolve": resolve} if resolve else {}))
    return Fetcher(Client("Demarche/test", gate, **client), Pace(pause=pause))


def link(url: str, **told: str) -> Link:
    return Link(Origin("feed.rss"), url, told)


@pytest.fixture
def forked_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """From a server that has loaded what they need, which takes each three seconds; tests/faults has others."""
    ensure_server()
    monkeypatch.setattr(multiprocessing, "get_context", lambda _method: SERVER)
