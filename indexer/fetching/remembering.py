"""Fetching no more than is needed: an address once in a run, a feed only if it has changed, an entry's page once."""

from __future__ import annotations

from dataclasses import dataclass, field

from indexer.fetching.faults import Passing
from indexer.fetching.fetcher import Fetcher, input_of
from indexer.fetching.memory import Memory
from indexer.readers.reading import Input, Link, Refusal


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
    """`incomplete` says that something could not be had this time, so that the same feed must be read again."""

    fetcher: Fetcher
    memory: Memory
    incomplete: bool = False

    def open(self, link: Link) -> Input | None:
        answer = self.fetcher.fetch(link.url, self.memory.conditions(link.url))
        if answer.status == 304:
            return None
        self.memory.note_validators(link.url, answer)
        return input_of(link, answer)


@dataclass(slots=True)
class Entries:
    """The pages that a feed's entries link to. One whose entry has changed is fetched again."""

    feeds: Feeds

    def open(self, link: Link) -> Input | None:
        memory = self.feeds.memory
        if memory.knows(link):
            return None
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
