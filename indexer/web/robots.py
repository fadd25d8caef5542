"""robots.txt, as RFC 9309 has it: what a host asks crawlers not to fetch, and how slowly to come."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from protego import Protego

from indexer.inputs.result import Refusal
from indexer.web.address import Target, target
from indexer.web.allowance import Allowance
from indexer.web.client import Client
from indexer.web.redirects import follow
from indexer.web.transient import Transient

NAME = "Demarche"  # that a robots.txt may speak to
LIMIT = 500 * 1024  # bytes that are read of it: the least that the RFC allows
FRESH = 24 * 3600.0  # seconds: the longest that the RFC allows
AGAIN = 600.0  # seconds until one that could not be had is asked for once more
NOT_HAD = "may forbid it: its robots.txt can't be had, which"
HOSTS = 1_000  # whose rules are remembered at once
REMEMBERED = 3_000_000  # bytes of all files that are remembered, parsed: up to forty times as many in memory


@dataclass(frozen=True, slots=True)
class Rules:
    """`parsed` is None where the file could not be had, as `fault` says: then nothing may be fetched. `size` is the
    file's, in bytes.
    """

    until: float
    parsed: Protego | None
    fault: str = ""
    size: int = 0


@dataclass(slots=True)
class Robots:
    client: Client
    known: dict[str, Rules] = field(default_factory=dict)
    size: int = 0

    def check(self, page: Target, allowance: Allowance) -> None:
        """Refusal if the host does not want it fetched; Passing if it can't be asked what it wants."""
        rules = self.rules(page, allowance)
        if rules.parsed is None:
            raise Transient(rules.fault)
        if not rules.parsed.can_fetch(page.url, NAME):
            raise Refusal("robots.txt forbids it")

    def delay(self, page: Target, allowance: Allowance) -> float:
        """Seconds between two requests that the host asks for, 0 if it does not."""
        rules = self.rules(page, allowance).parsed
        if rules is None:
            return 0.0
        rate = rules.request_rate(NAME)
        return max(rules.crawl_delay(NAME) or 0.0, rate.seconds / rate.requests if rate and rate.requests else 0.0)

    def rules(self, page: Target, allowance: Allowance) -> Rules:
        known = self.known.get(page.origin)
        if known is None or known.until < time.monotonic():
            self.forget(page.origin)
            known = self.known[page.origin] = self.ask(page.origin, allowance)
            self.size += known.size
            while len(self.known) > HOSTS or self.size > REMEMBERED:
                self.forget(next(iter(self.known)))
        return known

    def forget(self, origin: str) -> None:
        known = self.known.pop(origin, None)
        self.size -= known.size if known else 0

    def ask(self, origin: str, allowance: Allowance) -> Rules:
        """A file that is not there allows everything, one that can't be had nothing; 429 says nothing of either."""
        now, whole = time.monotonic(), allowance.seconds > self.client.seconds / 2
        try:
            answer = follow(target(f"{origin}/robots.txt"), lambda hop: self.client.get(hop, allowance, limit=LIMIT))
        except Transient as fault:
            told = str(fault) if fault.unreachable else f"{NOT_HAD} {fault}"
            # Where others have taken the time, the next fetch asks anew: a redirect must not shut out who it leads to.
            return Rules(now + AGAIN if whole else now, None, told)
        if answer.status >= 500 or answer.status == 429:
            return Rules(now + AGAIN, None, f"{NOT_HAD} answered {answer.status}")
        body = answer.body if answer.status < 300 else b""
        if answer.cut:
            body = body.rpartition(b"\n")[0]  # half a rule may forbid what the whole one would not
        return Rules(now + FRESH, Protego.parse(body.decode("utf-8-sig", "replace")), size=len(body))
