"""What the API asks. One answer reads one view, which is one state of the index."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from typing import cast

from schemas.copies import Copies
from schemas.page import ArticlePage, Bucket, Page, Timeline, Total
from schemas.query import ArticleQuery, Interval, StatementQuery
from schemas.statement import FoundStatement, SplitArticle, Statement


class View(ABC):
    """The index as it was when the view was first asked, whatever is written since. Safe to share between threads.

    A page of results behind a cursor is the exception: it goes on in the state that its cursor names, where sorted by
    relevance, and else after the last result before it (search/queries/cursor.py).
    """

    @abstractmethod
    def search(self, query: StatementQuery) -> Page:
        """The statements that match, in the order asked for. QueryError names what can't be understood."""

    @abstractmethod
    def first(self, query: StatementQuery) -> Sequence[FoundStatement]:
        """The first `limit` of them, and not how many there are, which takes as long again where copies are folded."""

    @abstractmethod
    def count(self, query: StatementQuery) -> Total:
        """How many match; sort, limit and cursor play no part."""

    @abstractmethod
    def facets(self, query: StatementQuery, facets: Collection[str], size: int) -> Mapping[str, Sequence[Bucket]]:
        """For each facet the `size` most frequent values, then by value; exact counts.

        A facet that is itself filtered keeps its other choices: it is counted as if its own filter were not there.
        """

    @abstractmethod
    def value_counts(
        self, query: StatementQuery, values: Mapping[str, Sequence[str]]
    ) -> Mapping[str, Sequence[Bucket]]:
        """How many match with each of these values as the only one of that facet's filter, in the order given.

        A source of which there is nothing is labelled with its id.
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
    def counts_over(self, query: StatementQuery, whole: Timeline) -> Sequence[int]:
        """How many match in each stretch of a timeline that has them all: a third of what `timeline` looks at."""

    @abstractmethod
    def similar(self, statement_id: str, limit: int) -> Sequence[FoundStatement]:
        """Other statements that say much the same, the most similar first; copies of it are not among them.

        NotFound where there is no such statement.
        """

    @abstractmethod
    def articles(self, query: ArticleQuery) -> ArticlePage:
        """The articles that match, in the order asked for. QueryError names what can't be understood."""

    @abstractmethod
    def get(self, statement_id: str) -> FoundStatement:
        """NotFound where there is none."""

    @abstractmethod
    def statements_of(self, article_id: str) -> Sequence[Statement]:
        """All of an article, in the order of the text; none where there is no such article."""

    @abstractmethod
    def article(self, article_id: str) -> SplitArticle:
        """The article as stored, its statements in the order of the text. NotFound where there is none."""

    @abstractmethod
    def copies(self, article_id: str, limit: int) -> Copies:
        """Other articles that carry the same text or much of it, the first `limit` of them. NotFound where there is no
        such article.
        """


class Stream(Iterator[FoundStatement]):
    """All that a query finds, read from one state of the index. Whoever stops before the end closes it, which lets go
    of that state.
    """

    def __init__(self, total: Total, found: Generator[FoundStatement]):
        self.total = total
        self.found = found

    @classmethod
    def started(cls, parts: Generator[Total | FoundStatement]) -> Stream:
        """Of a generator that gives the total first: from then on it lets go of its state when it is closed."""
        total = next(parts)
        assert isinstance(total, Total)
        return cls(total, cast("Generator[FoundStatement]", parts))

    def __next__(self) -> FoundStatement:
        return next(self.found)

    def close(self) -> None:
        self.found.close()


class Searching(View):
    """A view of the newest state at each call: for whoever has one question."""

    @abstractmethod
    def view(self) -> View:
        """For whoever has several questions. It needs no closing."""

    @abstractmethod
    def newest(self) -> View:
        """For one question."""

    @abstractmethod
    def generation(self) -> str:
        """Changes with everything written, at the latest a second after; equal means that answers are still true."""

    @abstractmethod
    def stream(self, query: StatementQuery, *, highlighted: bool = True) -> Stream:
        """All that match, in the order asked for, as they are now, whatever is written meanwhile.

        Neither `limit` nor `cursor` play a part. Without `highlighted` none has a highlight: marking costs up to four
        times as much as all the rest. Memory does not grow with the number of results.
        """

    def search(self, query: StatementQuery) -> Page:
        return self.newest().search(query)

    def first(self, query: StatementQuery) -> Sequence[FoundStatement]:
        return self.newest().first(query)

    def count(self, query: StatementQuery) -> Total:
        return self.newest().count(query)

    def facets(self, query: StatementQuery, facets: Collection[str], size: int) -> Mapping[str, Sequence[Bucket]]:
        return self.newest().facets(query, facets, size)

    def value_counts(
        self, query: StatementQuery, values: Mapping[str, Sequence[str]]
    ) -> Mapping[str, Sequence[Bucket]]:
        return self.newest().value_counts(query, values)

    def complete(self, query: StatementQuery, facet: str, prefix: str, size: int) -> Sequence[Bucket]:
        return self.newest().complete(query, facet, prefix, size)

    def timeline(self, query: StatementQuery, interval: Interval | None = None) -> Timeline:
        return self.newest().timeline(query, interval)

    def counts_over(self, query: StatementQuery, whole: Timeline) -> Sequence[int]:
        return self.newest().counts_over(query, whole)

    def similar(self, statement_id: str, limit: int) -> Sequence[FoundStatement]:
        return self.newest().similar(statement_id, limit)

    def articles(self, query: ArticleQuery) -> ArticlePage:
        return self.newest().articles(query)

    def get(self, statement_id: str) -> FoundStatement:
        return self.newest().get(statement_id)

    def statements_of(self, article_id: str) -> Sequence[Statement]:
        return self.newest().statements_of(article_id)

    def article(self, article_id: str) -> SplitArticle:
        return self.newest().article(article_id)

    def copies(self, article_id: str, limit: int) -> Copies:
        return self.newest().copies(article_id, limit)
