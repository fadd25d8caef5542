"""Times taken in turns, so that whatever else the machine does hits every system alike."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count

from benchmarks.search.corpus import Ask, Asked

WARMING = 3  # requests to each system before its times count
LEAST = 5  # rounds that even the slowest system takes part in
CLIENTS = 8


@dataclass
class Times:
    """Milliseconds by round, and how much each round found."""

    taken: list[float] = field(default_factory=list)
    found: list[int] = field(default_factory=list)

    @property
    def p50(self) -> float:
        return statistics.median(self.taken)

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.taken, n=20)[18]

    def over(self, other: Times) -> float:
        """The median of the ratios of the rounds in which both took part."""
        return statistics.median(mine / theirs for mine, theirs in zip(self.taken, other.taken, strict=False))


def in_turns(systems: Mapping[str, Ask], asked: Sequence[Asked], seconds: float) -> dict[str, Times]:
    """Each round puts one request to all systems, of which another begins each time.

    A system that has used up its seconds sits out the rounds that are left.
    """
    times = {name: Times() for name in systems}
    names = list(systems)
    for name in names:
        for request in asked[:WARMING]:
            if milliseconds(lambda ask=systems[name], request=request: ask(request)) > 1000 * seconds / LEAST:  # type: ignore[misc]
                break
    for turn, request in enumerate(asked[WARMING:]):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            if turn >= LEAST and sum(times[name].taken) > 1000 * seconds:
                continue
            begin = time.perf_counter()
            found = systems[name](request)
            times[name].taken.append((time.perf_counter() - begin) * 1000)
            times[name].found.append(found)
    return times


def milliseconds(call: Callable[[], object]) -> float:
    begin = time.perf_counter()
    call()
    return (time.perf_counter() - begin) * 1000


def throughput(ask: Ask, asked: Sequence[Asked], seconds: float) -> float:
    """Answers a second to 8 clients at once, until the last of them has its answer."""
    turns, stop, lock = count(), time.perf_counter() + seconds, threading.Lock()
    answered = 0
    last = time.perf_counter()

    def client(_: int) -> None:
        nonlocal answered, last
        while time.perf_counter() < stop:
            with lock:
                request = asked[next(turns) % len(asked)]
            ask(request)
            with lock:
                answered, last = answered + 1, time.perf_counter()

    begin = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(client, range(CLIENTS)))
    return answered / (last - begin)
