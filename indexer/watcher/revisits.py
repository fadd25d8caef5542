"""Fetching no more than is needed: an address once in a run, a feed only if it has changed, an entry's page once."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from indexer.inputs.input import Input, Link
from indexer.inputs.result import Refusal
from indexer.watcher.history import REFUSED, History
from indexer.web.address import target
from indexer.web.fetcher import Fetcher, input_of
from indexer.web.transient import Transient

TURN = 30.0  # seconds: at one a second, as many pages
AGAIN = 900.0  # seconds until a page that could not be had for now is tried again
TRIES = 4  # after which it is like one that can't be had: while it is waited for, the whole feed is sent every time


@dataclass(slots=True)
class Feeds:
    """What is read again and again. `incomplete` says that some of what it links to was left for another time."""

    fetcher: Fetcher
    history: History
    incomplete: bool = False

    def open(self, link: Link) -> Input | None:
        self.incomplete = False
        answer = self.fetcher.fetch(link.url, self.history.conditions(link.url))
        if answer.status == 304:
            return None
        self.history.note_validators(link.url, answer)
        return input_of(link, answer)

    def keep(self) -> None:
        """Once what was read is stored. A feed of which something is left must come whole the next time."""
        if self.incomplete:
            self.history.validators.clear()
        self.history.keep()


@dataclass(slots=True)
class Entries:
    """The pages that a feed's entries link to, for some `seconds` at a time so that nothing else waits for long.

    One whose entry has changed is fetched again. `left` says that there are more to fetch at once. `failed` holds how
    often those were tried that could not be had for now, and when to try again, lest they take the time of all others.
    """

    feeds: Feeds
    seconds: float = TURN
    begun: float = 0.0
    fetched: int = 0
    left: bool = False
    failed: dict[str, tuple[int, float]] = field(default_factory=dict)

    def begin(self) -> None:
        """Another feed's turn."""
        self.begun, self.fetched, self.left = time.monotonic(), 0, False
        self.failed = {url: (tries, due) for url, (tries, due) in self.failed.items() if due > self.begun - REFUSED}

    def open(self, link: Link) -> Input | None:
        target(link.url)  # a Refusal for what is no address, before it is looked up
        if self.feeds.history.knows(link):
            return None
        now = time.monotonic()
        over = self.fetched > 0 and now - self.begun >= self.seconds
        _, due = self.failed.get(link.url, (0, 0.0))
        if over or due > now:
            self.left |= over
            self.feeds.incomplete = True
            return None
        self.fetched += 1
        return self.fetch(link)

    def fetch(self, link: Link) -> Input:
        try:
            page = self.feeds.fetcher.open(link)
        except Transient as passing:
            tries, _ = self.failed.get(link.url, (0, 0.0))
            if tries + 1 < TRIES:
                self.failed[link.url] = tries + 1, time.monotonic() + max(AGAIN, passing.retry_after or 0.0)
                self.feeds.incomplete = True
            else:
                self.dealt_with(link, refused=True)
            raise
        except Refusal:
            self.dealt_with(link, refused=True)
            raise
        self.dealt_with(link, refused=False)
        return page

    def dealt_with(self, link: Link, refused: bool) -> None:
        self.feeds.history.note_page(link, refused)
        self.failed.pop(link.url, None)
