"""Being told to stop, without being cut off: SIGTERM from a service manager, Ctrl-C from a person."""

from __future__ import annotations

import os
import select
import signal
from types import FrameType

from indexer.fetching.faults import Passing

SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Stop:
    """`asked` is the signal that came, None before. The second time a signal does what it does to any program."""

    def __init__(self) -> None:
        self.asked: signal.Signals | None = None
        # An event of threading would not do: its lock may be held by the very code that the signal interrupts.
        self.wakes, self.wake = os.pipe()

    def listen(self) -> None:
        """From the main thread."""
        self.before = {number: signal.signal(number, self.ask) for number in SIGNALS}

    def ask(self, number: int, frame: FrameType | None = None) -> None:
        self.asked = signal.Signals(number)
        os.write(self.wake, b".")
        for listened, handler in self.before.items():
            signal.signal(listened, handler)

    def pause(self, seconds: float) -> None:
        """Sleep, but no longer than until the signal."""
        select.select([self.wakes], [], [], seconds)

    def pause_fetching(self, seconds: float) -> None:
        """Passing where there is no more time to fetch anything."""
        self.pause(seconds)
        if self.asked:
            raise Passing("is left for the next start")
