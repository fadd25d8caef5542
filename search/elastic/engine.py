"""The engine contract on Elasticsearch. What each call means is said in search/engine/."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from functools import partial
from itertools import chain, islice
from typing import TypeVar

from schemas.page import Total
from schemas.query import StatementQuery
from schemas.statement import GIVEN, FoundStatement, SplitArticle
from search import budget
from search.elastic.client.address import Address
from search.elastic.client.connection import connect, point_in_time, speaking
from search.elastic.client.patience import patience_of
from search.elastic.index.access import Access
from search.elastic.index.aliases import Indices
from search.elastic.index.documents import prepared, states
from search.elastic.index.generation import Generation
from search.elastic.keeping.every_article import every_article
from search.elastic.keeping.rebuild import Rebuild
from search.elastic.searching.article_list import WHOLE
from search.elastic.searching.compiler import Clause
from search.elastic.searching.reader import PointsInTime, Reader
from search.elastic.searching.results import Results
from search.elastic.searching.view import ElasticView
from search.elastic.storing.writer import Writer
from search.engine import Engine, Prepared, Rebuilt, Remake, Replaced, Status, Stream, Version
from search.errors import NoIndex, SearchError
from search.queries.plan import Plan
from search.queries.source_names import SourceNames
from search.queries.spellings import Spellings

AT_ONCE = 500  # articles whose versions are read in one request
FIRST_OF_STREAM = 100  # read before the first is given
CLOSING_SECONDS = 2  # for letting go of a point in time, also where no time was left

Found = TypeVar("Found")


class ElasticEngine(Engine):
    """Safe to share between threads: the client keeps a pool of connections."""

    kind = "elasticsearch"

    def __init__(self, address: str, *, make: bool = True):
        self.address = Address.parse(address)
        self.client = connect(self.address)
        self.indices = Indices(self.client, self.address.index, make=make)
        self.written = Generation()
        self.access = Access(self.address, self.client, self.indices, self.written)
        self.sources = SourceNames()
        self.spellings = Spellings()
        self.points = PointsInTime(self.client)

    @property
    def location(self) -> str:
        return f"{self.address.url}?index={self.address.index}"

    def view(self) -> ElasticView:
        return ElasticView(self.access, self.sources, self.spellings, self.points)

    def newest(self) -> ElasticView:
        return ElasticView(self.access, self.sources, self.spellings)

    def generation(self) -> str:
        with self.access.reading() as names:
            return self.written.of(self.client, names)

    def stream(self, query: StatementQuery, *, highlighted: bool = True) -> Stream:
        return Stream.started(self.streamed(query, Plan.of(self.newest().looked_up(query)), highlighted))

    def streamed(self, query: StatementQuery, plan: Plan, highlighted: bool) -> Generator[Total | FoundStatement]:
        """The point in time is let go of at the end, and where the generator is closed before."""
        with self.access.reading() as names:
            reader = Reader(self.client, names.statements, point_in_time(self.client, names.statements))
        results = Results(reader, plan, query.collapse, highlighted)
        walk = self.each(results.walk(None, FIRST_OF_STREAM))
        try:
            first = list(islice(walk, 1))  # along with which the server counts them
            with self.access.reading():
                total = results.total()
            yield total
            for placed in chain(first, walk):
                yield placed.found
        finally:
            with suppress(SearchError), budget.within(CLOSING_SECONDS), self.access.reading():
                self.client.close_point_in_time(id=str(reader.pit))

    def each(self, found: Iterator[Found]) -> Iterator[Found]:
        """What the server raises while one is fetched is translated, and not what is done with it meanwhile."""
        while True:
            with self.access.reading():
                one = next(found, None)
            if one is None:
                return
            yield one

    def every_article(self) -> Generator[SplitArticle]:
        with self.access.reading() as names:
            found = every_article(self.client, names.articles, names.statements)
        with closing(found):
            yield from self.each(found)

    def outdated(self, extractor: str) -> int:
        current: Clause = {"term": {"extractor": extractor}}
        given: Clause = {"prefix": {"extractor": GIVEN}}
        with self.access.reading() as names:
            return Reader(self.client, names.articles).total(
                {"bool": {"filter": [WHOLE], "must_not": [current, given]}}
            )

    def rebuild(self, remake: Remake) -> Generator[Rebuilt]:
        with speaking(self.address):
            try:
                yield from Rebuild(self.client, self.address.index, remake).run()
            finally:
                self.indices.forget()
                self.written.drop()

    def versions(self, article_ids: Collection[str]) -> Mapping[str, Version]:
        ids = sorted(set(article_ids))
        versions: dict[str, Version] = {}
        with suppress(NoIndex), self.access.reading() as names:
            for first in range(0, len(ids), AT_ONCE):
                found_ = states(self.client, names.articles, ids[first : first + AT_ONCE])
                versions |= {id_: state.version for id_, state in found_.items() if state.whole and state.version}
        return versions

    @staticmethod
    def prepare(split: SplitArticle) -> Prepared:
        return prepared(split)

    def begin(self, articles: Iterable[Prepared]) -> Callable[[], Replaced]:
        """Nothing: the most of it is waiting."""
        return partial(self.write, articles)

    def write(self, articles: Iterable[Prepared]) -> Replaced:
        with self.access.writing(make=True) as names:
            return Writer(self.client, names).store(articles)

    def delete(self, article_id: str) -> None:
        with self.access.writing() as names:
            Writer(self.client, names).delete(article_id)

    def be_patient(self, seconds: float, tell: Callable[[str], None]) -> None:
        patience_of(self.client).last(seconds, tell)

    def status(self) -> Status:
        with self.access.reading() as names:
            size = self.client.indices.stats(index=[names.statements, names.articles], metric="store")
            return Status(
                engine=self.kind,
                version=self.client.info()["version"]["number"],
                location=self.location,
                articles=Reader(self.client, names.articles).total({"exists": {"field": "digest"}}),
                statements=Reader(self.client, names.statements).total({"match_all": {}}),
                bytes=size["_all"]["total"]["store"]["size_in_bytes"],
            )

    def close(self) -> None:
        self.client.close()
