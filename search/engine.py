"""The contract that both engines keep, and that the rest of Demarche knows.

The same calls give the same totals, the same ids in the same order when sorted by date, the same facet counts and the
same highlights on either engine; tests/contract holds them to it. Every call may raise EngineUnavailable.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, ClassVar, Self

from schemas.copies import Copies
from schemas.page import ArticlePage, Bucket, Page, Timeline, Total
from schemas.query import ArticleQuery, Interval, StatementQuery
from schemas.statement import FoundStatement, SplitArticle


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


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How far a rebuild is: so many of about so many articles; at last the new index is in use."""

    articles: int
    total: int
    in_use: bool = False


Remake = Callable[[Iterable[SplitArticle]], Iterable[Prepared]]


@dataclass(frozen=True, slots=True)
class Status:
    """`engine` is the engine's kind, `location` the engine's."""

    engine: str
    version: str
    location: str
    articles: int
    statements: int
    bytes: int


class Engine(ABC):
    """A store of articles with their statements, and the searches over them. Safe to share between threads.

    `kind` is "embedded" or "elasticsearch".
    """

    kind: ClassVar[str]

    @property
    @abstractmethod
    def location(self) -> str:
        """A path, or an address without its password; nothing is asked for it."""

    @abstractmethod
    def search(self, query: StatementQuery) -> Page:
        """The statements that match, in the order asked for. QueryError names what can't be understood."""

    @abstractmethod
    def count(self, query: StatementQuery) -> Total:
        """How many match; sort, limit and cursor play no part."""

    @abstractmethod
    def facets(self, query: StatementQuery, facets: Collection[str], size: int) -> Mapping[str, Sequence[Bucket]]:
        """For each facet the `size` most frequent values, then by value; exact counts.

        A facet that is itself filtered keeps its other choices: it is counted as if its own filter were not there.
        """

    @abstractmethod
    def complete(self, query: StatementQuery, facet: str, prefix: str, size: int) -> Sequence[Bucket]:
        """Like `facets` for one facet, of the values in whose label every word of `prefix` begins a word."""

    @abstractmethod
    def timeline(self, query: StatementQuery, interval: Interval | None = None) -> Timeline:
        """Matches by the date that the query's `dates` names; None chooses the interval that shows most.

        QueryError where that would be too many stretches to draw.
        """

    @abstractmethod
    def stream(self, query: StatementQuery, *, highlighted: bool = True) -> Generator[FoundStatement]:
        """All that match, in the order asked for, as they were when the first was taken, whatever is written meanwhile.

        Neither `limit` nor `cursor` play a part. Without `highlighted` none has a highlight: marking costs up to four
        times as much as all the rest. Memory does not grow with the number of results. Whoever stops before
        the end closes the generator, which lets go of that point in time.
        """

    @abstractmethod
    def similar(self, statement_id: str, limit: int) -> Sequence[FoundStatement]:
        """Other statements that say much the same, the most similar first; copies of it are not among them.

        NotFound where there is no such statement.
        """

    @abstractmethod
    def articles(self, query: ArticleQuery) -> ArticlePage:
        """The articles that match, in the order asked for. QueryError names what can't be understood."""

    @abstractmethod
    def generation(self) -> str:
        """Changes with everything written, at the latest a second after; equal means that answers are still true."""

    @abstractmethod
    def get(self, statement_id: str) -> FoundStatement:
        """NotFound where there is none."""

    @abstractmethod
    def article(self, article_id: str) -> SplitArticle:
        """The article as stored, its statements in the order of the text. NotFound where there is none."""

    @abstractmethod
    def copies(self, article_id: str, limit: int) -> Copies:
        """Other articles that carry the same text or much of it, the first `limit` of them. NotFound where there is no
        such article.
        """

    @abstractmethod
    def stored(self) -> Generator[SplitArticle]:
        """Every article, as the index was when the first was taken, in an order of the engine's own.

        Memory does not grow with their number. Whoever stops before the end closes the generator.
        """

    @abstractmethod
    def outdated(self, extractor: str) -> int:
        """How many articles were split by another version than this. Statements that were given have none."""

    @abstractmethod
    def rebuild(self, remake: Remake) -> Generator[Rebuilt]:
        """Make the index anew from its own articles, and put it in the place of the old one.

        `remake` prepares every article that it is given, once, in any order. Searches go on over the old index, writes
        are taken over, and cut off at any point the old index stays in use, and the same call begins anew. An index
        with an older mapping, which nothing else can read, is made one with this. EngineBusy where another rebuild is
        under way.
        """

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

    @abstractmethod
    def status(self) -> Status:
        """Counts and size; raises EngineUnavailable or IncompatibleIndex where it can't be searched."""

    @abstractmethod
    def close(self) -> None:
        """Let go of files and connections; the engine is not used after this."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
