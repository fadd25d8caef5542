"""Batches are stored by a thread beside, one after the other, while the next are prepared."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Set
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TypeVar

from search.engine import Engine, Prepared, Replaced

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a batch: `unchanged` are articles that somebody else had stored meanwhile; `size` is what whoever
    gave it said that it takes of the input.
    """

    replaced: Replaced
    unchanged: int
    statements: int
    size: int


class Storing:
    def __init__(self, engine: Engine):
        self.engine = engine
        self.batch: Mapping[str, Prepared] = {}
        self.size = 0
        self.future: Future[Replaced] | None = None

    @property
    def ids(self) -> Set[str]:
        """Of the articles that are being stored."""
        return self.batch.keys()

    def begin(self, batch: Mapping[str, Prepared], size: int) -> Stored | None:
        """Once the one before is stored, of which the outcome is given; raises what the engine raised over that."""
        before = self.end()
        self.batch, self.size = batch, size
        self.future = beside(lambda: self.engine.store(batch.values()))
        return before

    def end(self) -> Stored | None:
        """Wait for the last one begun. After it, whatever comes of it, there is none."""
        if self.future is None:
            return None
        batch, future = self.batch, self.future
        try:
            replaced = future.result()
        finally:
            if future.done():  # else Ctrl-C came, and it is to be waited for once more
                self.future, self.batch = None, {}
        unchanged = len(batch) - replaced.added - replaced.updated
        return Stored(replaced, unchanged, sum(len(one.statements) for one in batch.values()), self.size)


def beside(call: Callable[[], Result]) -> Future[Result]:
    """By a thread that the end of the process does not wait for, unlike an executor's: a second Ctrl-C is to end it."""
    future: Future[Result] = Future()

    def work() -> None:
        try:
            future.set_result(call())
        except BaseException as error:  # noqa: BLE001 - raised where the result is asked for
            future.set_exception(error)

    threading.Thread(target=work, name="storing", daemon=True).start()
    return future
