"""Waiting for a server that can't answer now: a moment for whoever reads, minutes for whoever indexes.

The official client goes on to the next node at once where one is gone. What it does not do is pause: while a cluster
elects a master or moves the shards of a lost node, every node answers for some seconds that it can't.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from elastic_transport import ConnectionError as NoConnection
from elastic_transport import ConnectionTimeout, TlsError, Transport, TransportApiResponse, TransportError
from elasticsearch import Elasticsearch

from search import budget
from search.errors import EngineUnavailable

FIRST_PAUSE, LONGEST_PAUSE = 0.1, 5.0  # seconds
NOT_NOW = (429, 502, 503, 504)

Answer = TypeVar("Answer")


class NotNow(EngineUnavailable):
    """The server answers that a part of it is away."""

    def __init__(self) -> None:
        super().__init__("a shard on Elasticsearch does not answer")


@dataclass
class Patience:
    """How many seconds are waited: where nobody answers, where the server answers that it can't now, and where it
    refuses single documents for now. `tell` is told of longer waits. A server that never answered is not waited for,
    since its address may be wrong.
    """

    away: float = 0
    busy: float = 5
    full: float = 15
    tell: Callable[[str], None] = lambda _reason: None
    met: bool = False

    def last(self, seconds: float, tell: Callable[[str], None]) -> None:
        self.away = self.busy = self.full = seconds
        self.tell = tell

    def waits(self, seconds: float, reason: Callable[[], str]) -> Iterator[bool]:
        """Each of which takes longer, until so many seconds have passed since the first."""
        end, pause, told = time.monotonic() + seconds, FIRST_PAUSE, False
        while (left := end - time.monotonic()) > 0:
            budget.check()
            if pause == LONGEST_PAUSE and not told:
                self.tell(f"{reason()}: waiting {seconds:,.0f} seconds at most")
                told = True
            time.sleep(min(pause, left, *filter(None, [budget.left()])))
            yield True
            pause = min(2 * pause, LONGEST_PAUSE)


class PatientTransport(Transport):
    """Of one client and all that `options` makes of it."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.patience = Patience()

    def perform_request(self, *args: Any, **kwargs: Any) -> TransportApiResponse:
        patience = self.patience
        away = patience.waits(patience.away if patience.met else 0, lambda: "Elasticsearch does not answer")
        busy = patience.waits(patience.busy, lambda: "Elasticsearch is busy, or not ready yet")
        while True:
            try:
                answer = super().perform_request(*args, **bounded(kwargs))
            except TransportError as error:
                budget.check()
                if not (may_come_back(error) and next(away, False)):
                    raise
            else:
                patience.met = True
                if answer.meta.status not in NOT_NOW or not next(busy, False):
                    return answer


def bounded(asked: Mapping[str, Any]) -> Mapping[str, Any]:
    """With a budget, nothing is waited for longer than it lasts. The server stops a search that nobody waits for."""
    budget.check()
    left = budget.left()
    if left is None:
        return asked
    usual = asked.get("request_timeout")
    return {**asked, "request_timeout": min(usual, left) if isinstance(usual, int | float) else left}


def may_come_back(error: TransportError) -> bool:
    return isinstance(error, NoConnection | ConnectionTimeout) and not isinstance(error, TlsError)


def patience_of(client: Elasticsearch) -> Patience:
    transport = client.transport
    return transport.patience if isinstance(transport, PatientTransport) else Patience()


def patiently(client: Elasticsearch, call: Callable[[], Answer], fault: type[EngineUnavailable] = NotNow) -> Answer:
    """The call's answer, asked again where it finds that a part of the server is away, which it tells by `fault`."""
    patience = patience_of(client)
    waits = patience.waits(patience.busy, lambda: "a shard on Elasticsearch does not answer")
    while True:
        try:
            return call()
        except fault:
            if not next(waits, False):
                raise
