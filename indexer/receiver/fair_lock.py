"""Turns: a lock that those who wait are given in the order in which they came."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class FairLock:
    """Whoever wants another turn waits behind all who came in the meantime; Python's own locks promise no order."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._taken = False
        self._waiting: deque[threading.Event] = deque()

    @contextmanager
    def hold(self, patience: float) -> Iterator[None]:
        """Holds the turn within the block; TimeoutError after so many seconds of waiting for it."""
        self._await(patience)
        try:
            yield
        finally:
            self._pass_on()

    def _await(self, patience: float) -> None:
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            called = threading.Event()
            self._waiting.append(called)
        if called.wait(patience):
            return
        with self._guard:
            if not called.is_set():
                self._waiting.remove(called)
                raise TimeoutError

    def _pass_on(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._taken = False
