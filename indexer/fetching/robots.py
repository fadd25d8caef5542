"""robots.txt, as RFC 9309 has it: what a host asks crawlers not to fetch, and how slowly to come."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from protego import Protego

from indexer.fetching.addresses import Target, target
from indexer.fetching.asking import Asking
from indexer.fetching.faults import Passing
from indexer.fetching.following import follow
from indexer.readers.reading import Refusal

NAME = "Demarche"  # that a robots.txt may speak to
LIMIT = 500 * 1024  # bytes that are read of it: the least that the RFC allows
FRESH = 24 * 3600.0  # seconds: the longest that the RFC allows
AGAIN = 600.0  # seconds until one that could not be had is asked for once more
NOT_HAD = "may forbid it: its robots.txt can't be had, which"
HOSTS = 10_000  # whose rules are remembered at once


@dataclass(frozen=True, slots=True)
class Rules:
    """`parsed` is None where the file could not be had, as `fault` says: then nothing may be fetched."""

    until: float
    parsed: Protego | None
    fault: str = ""


@dataclass(slots=True)
class Robots:
    asking: Asking
    known: dict[str, Rules] = field(default_factory=dict)

    def check(self, page: Target) -> None:
        """Refusal if the host does not want it fetched; Passing if it can't be asked what it wants."""
        rules = self.rules(page)
        if rules.parsed is None:
            raise Passing(rules.fault)
        if not rules.parsed.can_fetch(page.url, NAME):
            raise Refusal("robots.txt forbids it")

    def delay(self, page: Target) -> float:
        """Seconds between two requests that the host asks for, 0 if it does not."""
        rules = self.rules(page).parsed
        if rules is None:
            return 0.0
        rate = rules.request_rate(NAME)
        return max(rules.crawl_delay(NAME) or 0.0, rate.seconds / rate.requests if rate and rate.requests else 0.0)

    def rules(self, page: Target) -> Rules:
        known = self.known.get(page.origin)
        if known is None or known.until < time.monotonic():
            self.known.pop(page.origin, None)
            if len(self.known) >= HOSTS:
                del self.known[next(iter(self.known))]
            known = self.known[page.origin] = self.ask(page.origin)
        return known

    def ask(self, origin: str) -> Rules:
        """A file that is not there allows everything, one that can't be had nothing; 429 says nothing of either."""
        now = time.monotonic()
        try:
            answer = follow(target(f"{origin}/robots.txt"), lambda hop: self.asking.get(hop, limit=LIMIT))
        except Passing as fault:
            return Rules(now + AGAIN, None, str(fault) if fault.unreachable else f"{NOT_HAD} {fault}")
        if answer.status >= 500 or answer.status == 429:
            return Rules(now + AGAIN, None, f"{NOT_HAD} answered {answer.status}")
        body = answer.body if answer.status < 300 else b""
        if answer.cut:
            body = body.rpartition(b"\n")[0]  # half a rule may forbid what the whole one would not
        return Rules(now + FRESH, Protego.parse(body.decode("utf-8-sig", "replace")))
