"""Being told to stop, without being cut off: SIGTERM from a service manager, Ctrl-C from a person."""

from __future__ import annotations

import os
import select
import signal
from types import FrameType, TracebackType
from typing import Any

from indexer.processes.interruption import SIGNALS, end_at_next
from indexer.web.transient import Transient


class Stop:
    """`asked` is the signal that came, None before. The second one ends the process at once.

    It listens while it is entered, which only the main thread can do.
    """

    def __init__(self) -> None:
        self.asked: signal.Signals | None = None
        self.before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Stop:
        # An event of threading would not do: its lock may be held by the very code that the signal interrupts.
        self.wakes, self.wake = os.pipe()
        self.before = {number: signal.signal(number, self.ask) for number in SIGNALS}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self.before.items():
            if not self.asked:
                signal.signal(number, handler)
        os.close(self.wakes)
        os.close(self.wake)

    def ask(self, number: int, frame: FrameType | None = None) -> None:
        self.asked = self.asked or signal.Signals(number)
        os.write(self.wake, b".")
        end_at_next(number)

    def pause(self, seconds: float) -> None:
        """Sleep, but no longer than until the signal."""
        select.select([self.wakes], [], [], seconds)

    def pause_fetching(self, seconds: float) -> None:
        """Passing where there is no more time to fetch anything."""
        self.pause(seconds)
        if self.asked:
            raise Transient("is left for the next start")
