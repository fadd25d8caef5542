"""When to ask for a feed again."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from indexer.inputs.input import Link
from indexer.inputs.result import Refused

TTL = re.compile(rb"<ttl>\s*(\d{1,6})\s*</ttl>")
LONGEST = 3600.0  # seconds: neither a feed's own ttl nor a row of failures makes it older than that
LATEST = 24 * 3600.0  # but a server that asks to stay away is obeyed for up to a day


@dataclass(slots=True)
class ScheduledFeed:
    """`every` is how often the user wants it to be asked for, in seconds; `due` a moment of time.monotonic."""

    link: Link
    every: float
    due: float = field(default_factory=time.monotonic)
    failures: int = 0
    ttl: float = 0.0
    refused: Counter[str] = field(default_factory=Counter)

    def read(self, head: bytes | None = None, at_once: bool = False) -> None:
        """It was had. `head` is its beginning, which may hold RSS's ttl, the minutes for which it may be kept."""
        if head is not None:
            told = TTL.search(head)
            self.ttl = min(int(told[1]) * 60.0, LONGEST) if told else 0.0
        self.failures = 0
        self.wait(0.0 if at_once else max(self.every, self.ttl))

    def news(self, refused: Sequence[Refused]) -> list[Refused]:
        """What was not refused the last time. By their reasons, for an entry's place changes with each new one."""
        more = Counter(one.reason for one in refused) - self.refused
        self.refused = Counter(one.reason for one in refused)
        return [one for one in refused if take(more, one.reason)]

    def fail(self, retry_after: float | None) -> float:
        """Seconds until it is asked for again: twice as many each time."""
        self.failures += 1
        seconds = max(self.every, backoff(self.every, self.failures, LONGEST), min(retry_after or 0.0, LATEST))
        self.wait(seconds)
        return seconds

    def wait(self, seconds: float) -> None:
        self.due = time.monotonic() + seconds


def backoff(first: float, failures: int, longest: float) -> float:
    """Seconds to wait after so many failures in a row: twice as long after each, from `first` on."""
    return min(first * 2.0 ** min(failures - 1, 20), longest)


def take(more: Counter[str], reason: str) -> bool:
    """Whether there was one left of it, which there is no longer."""
    if not more[reason]:
        return False
    more[reason] -= 1
    return True
