"""Fetching no more than is needed: an address once in a run, a feed only if it has changed, an entry's page once."""

from __future__ import annotations

from dataclasses import dataclass, field

from indexer.fetching.addresses import target
from indexer.fetching.faults import Passing
from indexer.fetching.fetcher import Fetcher, input_of
from indexer.fetching.memory import Memory
from indexer.readers.reading import Input, Link, Refusal

MOST = 30  # pages at a time: half a minute, at one a second


@dataclass(slots=True)
class Once:
    """Each address once in a run: feeds may link to the same page, to each other and to themselves."""

    fetcher: Fetcher
    asked: set[str] = field(default_factory=set)

    def open(self, link: Link) -> Input | None:
        if link.url in self.asked:
            return None
        self.asked.add(link.url)
        return self.fetcher.open(link)


@dataclass(slots=True)
class Feeds:
    """What is read again and again. `incomplete` says that some of what it links to was left for another time."""

    fetcher: Fetcher
    memory: Memory
    incomplete: bool = False

    def open(self, link: Link) -> Input | None:
        self.incomplete = False
        answer = self.fetcher.fetch(link.url, self.memory.conditions(link.url))
        if answer.status == 304:
            return None
        self.memory.note_validators(link.url, answer)
        return input_of(link, answer)

    def keep(self) -> None:
        """Once what was read is stored. A feed of which something is left must come whole the next time."""
        if self.incomplete:
            self.memory.validators.clear()
        self.memory.keep()


@dataclass(slots=True)
class Entries:
    """The pages that a feed's entries link to, `most` of them at a time so that nothing else waits for long.

    One whose entry has changed is fetched again; `left` says that there are more to fetch at once.
    """

    feeds: Feeds
    most: int = MOST
    fetched: int = 0
    left: bool = False

    def open(self, link: Link) -> Input | None:
        memory = self.feeds.memory
        target(link.url)  # a Refusal for what is no address, before it is looked up
        if memory.knows(link):
            return None
        if self.fetched == self.most:
            self.left = self.feeds.incomplete = True
            return None
        self.fetched += 1
        try:
            page = self.feeds.fetcher.open(link)
        except Passing:
            self.feeds.incomplete = True
            raise
        except Refusal:
            memory.note_page(link, refused=True)
            raise
        memory.note_page(link, refused=False)
        return page

    def begin(self) -> None:
        """Anew, with another feed."""
        self.fetched, self.left = 0, False
