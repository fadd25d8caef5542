"""What the indexer asks: which articles are there, and to store and delete them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from schemas.statement import SplitArticle


@dataclass(frozen=True, slots=True)
class Version:
    """What tells whether an indexed article is up to date: hash of its content, version of the extractor."""

    content_hash: str
    extractor: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """What became of a batch: how many articles were not there before, and how many were there and differed."""

    added: int
    updated: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article made ready for one kind of engine, which needs no engine: other processes can do it.

    `document` is the article's own, `statements` are those of its statements by id, as that kind of engine takes them.
    """

    id: str
    digest: str
    document: Mapping[str, Any]
    statements: Mapping[str, Mapping[str, Any]]


class Storing(ABC):
    @abstractmethod
    def versions(self, article_ids: Collection[str]) -> Mapping[str, Version]:
        """Those of the articles that are indexed, whole: one whose writing was cut off is not among them."""

    def replace(self, articles: Iterable[SplitArticle]) -> Replaced:
        """Store each article with exactly these statements: none that an earlier version had survives.

        When this returns, all of it is durable and every search of any process finds it within a second. If it is cut
        off, at any point, the same call again ends in the same index. Of two with one id the later one counts.
        """
        return self.store(map(self.prepare, articles))

    @staticmethod
    @abstractmethod
    def prepare(split: SplitArticle) -> Prepared:
        """The first half of `replace`, and the longer one: words are made of the texts. For any thread or process."""

    def store(self, articles: Iterable[Prepared]) -> Replaced:
        """The second half of `replace`."""
        return self.begin(articles)()

    @abstractmethod
    def begin(self, articles: Iterable[Prepared]) -> Callable[[], Replaced]:
        """As much of `store` as keeps the interpreter busy; what it gives does the rest, and must be called, once.

        The rest is waiting, for a disk or a server, which another thread can do while this one works. Two at work in
        the interpreter get in each other's way: 36,000 documents took 7 seconds to be added beside another thread, and
        1 by themselves.
        """

    @abstractmethod
    def delete(self, article_id: str) -> None:
        """Remove the article and all its statements. NotFound where there is none."""

    @abstractmethod
    def be_patient(self, seconds: float, tell: Callable[[str], None]) -> None:
        """Wait so long for a server that answered before and is away, busy or without room now; `tell` is told of it.

        For whoever indexes: a request has nobody who would wait so long. Where there is no server, nothing changes.
        """
