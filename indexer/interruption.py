"""Ctrl-C in the middle of storing waits until it is stored, so that what is said to be stored is what is."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def undisturbed() -> Iterator[None]:
    """KeyboardInterrupt is raised at the end instead. The second one comes at once, for whoever will not wait."""
    if threading.current_thread() is not threading.main_thread():  # which no signal disturbs
        yield
        return
    came = False

    def note(number: int, frame: FrameType | None) -> None:
        nonlocal came
        came = True
        signal.signal(number, before)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        signal.raise_signal(signal.SIGINT)
