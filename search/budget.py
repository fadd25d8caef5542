"""How long one request may take: work looks at it between its steps, and waits for no server longer than what is left.

It belongs to whoever asks, and is set for a context (`contextvars`), which threads that work for the same request take
over. Where none is set, as for whoever indexes, nothing is bounded.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from search.errors import ClientGone, OutOfTime


def never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Budget:
    """`ends` is a moment of `time.monotonic`; `gone` tells whether nobody waits for the answer any more."""

    ends: float
    gone: Callable[[], bool]


_budget: ContextVar[Budget | None] = ContextVar("budget", default=None)


def begin(seconds: float, gone: Callable[[], bool] = never) -> None:
    """From now on, until `end` or another beginning in this context."""
    _budget.set(Budget(time.monotonic() + seconds, gone))


def end() -> None:
    _budget.set(None)


@contextmanager
def within(seconds: float, gone: Callable[[], bool] = never) -> Iterator[None]:
    """For what is done inside, in place of any other budget."""
    before = _budget.get()
    begin(seconds, gone)
    try:
        yield
    finally:
        _budget.set(before)


def left() -> float | None:
    """Seconds, 0 where none are left; None where there is no budget."""
    budget = _budget.get()
    return None if budget is None else max(0.0, budget.ends - time.monotonic())


def check() -> None:
    """OutOfTime where nothing is left, ClientGone where nobody waits."""
    budget = _budget.get()
    if budget is None:
        return
    if time.monotonic() >= budget.ends:
        raise OutOfTime("the time that one request may take is over")
    if budget.gone():
        raise ClientGone("nobody waits for the answer any more")
