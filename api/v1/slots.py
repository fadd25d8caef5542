"""Long work beside short: only so many exports, and so many texts to split, are under way in a process at once, so that
there are threads left for whoever asks for a page.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import wraps
from typing import ParamSpec, TypeVar

from api.errors.failures import RETRY_AFTER, Refused
from schemas.problem import Fault

P = ParamSpec("P")
Result = TypeVar("Result")

EXPORTS = threading.BoundedSemaphore(2)
TEXTS = threading.BoundedSemaphore(2)
BUSY = Fault("server-busy", "others have such long work done at the moment; please try again shortly")


class Slot:
    """One of those that there are; Refused where all are taken. Released once, be it when it is forgotten."""

    def __init__(self, slots: threading.BoundedSemaphore) -> None:
        self.slots: threading.BoundedSemaphore | None = None
        if not slots.acquire(blocking=False):
            raise Refused(503, BUSY, headers=(("Retry-After", str(RETRY_AFTER)),))
        self.slots = slots

    def release(self) -> None:
        slots, self.slots = self.slots, None
        if slots:
            slots.release()

    __del__ = release


def release_at_end(slot: Slot, pieces: Iterator[str]) -> Iterator[str]:
    """Until the last piece is made, or nobody asks for more; what HEAD never begins forgets the slot."""
    try:
        yield from pieces
    finally:
        slot.release()


def with_slot(slots: threading.BoundedSemaphore) -> Callable[[Callable[P, Result]], Callable[P, Result]]:
    """For a view whose work is done when it returns."""

    def decorate(view: Callable[P, Result]) -> Callable[P, Result]:
        @wraps(view)
        def within(*args: P.args, **kwargs: P.kwargs) -> Result:
            slot = Slot(slots)
            try:
                return view(*args, **kwargs)
            finally:
                slot.release()

        return within

    return decorate
