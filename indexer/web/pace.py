"""How often a host is asked: never more than it bears, whoever links to it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from indexer.web.allowance import Allowance
from indexer.web.transient import Transient

INTERVAL = 1.0  # seconds between two requests to a host
SLOWEST = 30.0  # seconds: a host that asks for a longer pause than this gets this one
HOSTS = 10_000


@dataclass(slots=True)
class Pace:
    """`pause` sleeps; it may raise Passing where sleeping is no longer wanted."""

    interval: float = INTERVAL
    pause: Callable[[float], None] = time.sleep
    next: dict[str, float] = field(default_factory=dict)

    def wait(self, host: str, allowance: Allowance, asked: float = 0.0) -> None:
        """Until it is this host's turn. `asked` is the pause in seconds that its robots.txt asks for."""
        seconds = self.next.get(host, 0.0) - time.monotonic()
        if seconds > allowance.patience:
            raise Transient(f"is left alone for another {seconds:.0f} seconds", retry_after=seconds)
        if seconds > 0:
            allowance.patience -= seconds
            self.pause(seconds)
        self.rest(host, max(self.interval, min(asked, SLOWEST)))

    def rest(self, host: str, seconds: float) -> None:
        """Not to ask this host for so long."""
        now = time.monotonic()
        if len(self.next) >= HOSTS:
            self.next = {name: moment for name, moment in self.next.items() if moment > now}
        self.next[host] = max(self.next.get(host, 0.0), now + seconds)
