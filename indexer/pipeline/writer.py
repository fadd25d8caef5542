"""Batches are stored one after the other, each brought to an end by a thread beside while the next is prepared."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Set
from concurrent.futures import Future, wait
from dataclasses import dataclass
from typing import TypeVar

from search.engine import Prepared, Replaced, Storing

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


class Writer:
    def __init__(self, engine: Storing):
        self.engine = engine
        self.batch: Mapping[str, Prepared] = {}
        self.size = 0
        self.finish: Callable[[], Replaced]
        self.future: Future[Replaced] | None = None

    @property
    def ids(self) -> Set[str]:
        """Of the articles that are being stored."""
        return self.batch.keys()

    def begin(self, batch: Mapping[str, Prepared], size: int) -> None:
        """Once the one before was brought to its end. Raises what the engine raises."""
        assert self.future is None
        finish = self.engine.begin(batch.values())
        # All this before the thread starts: where Ctrl-C comes meanwhile, what it stores is to be asked for.
        self.batch, self.size, self.finish, self.future = batch, size, finish, Future()
        run_beside(finish, self.future)

    def stop(self) -> Stored | None:
        """As `end`, after Ctrl-C, which may have come when the thread had not begun: then another one does its work."""
        if self.future is not None and self.future.cancel():
            self.future = Future()
            run_beside(self.finish, self.future)
        return self.end()

    def end(self) -> Stored | None:
        """Wait for the one begun, and raise what the engine raises. After it, whatever comes of it, there is none."""
        if self.future is None:
            return None
        batch, future = self.batch, self.future
        wait([future])  # where Ctrl-C comes, be it with the very end, it is to be asked for once more
        self.future, self.batch = None, {}
        replaced = future.result()
        unchanged = len(batch) - replaced.added - replaced.updated
        return Stored(replaced, unchanged, sum(len(one.statements) for one in batch.values()), self.size)


def run_beside(call: Callable[[], Result], future: Future[Result]) -> None:
    """By a thread that the end of the process does not wait for, unlike an executor's: a second Ctrl-C is to end it."""

    def work() -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(call())
        except BaseException as error:  # noqa: BLE001 - raised where the result is asked for
            future.set_exception(error)

    threading.Thread(target=work, name="storing", daemon=True).start()
