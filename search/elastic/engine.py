"""The engine contract on Elasticsearch. What each call means is said in search/engine.py."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from schemas.copies import Copies
from schemas.page import ArticlePage, Bucket, Page, Timeline, Total
from schemas.query import ArticleQuery, Interval, Sort, StatementQuery
from schemas.statement import GIVEN, FoundStatement, SplitArticle
from search import budget
from search.documents.serialization import StoredArticle, StoredStatement, taken
from search.elastic.client.address import Address
from search.elastic.client.connection import connect, point_in_time, speaking
from search.elastic.client.faults import IndexGone
from search.elastic.client.patience import patience_of
from search.elastic.index.aliases import Indices, Names
from search.elastic.index.documents import prepared, read, states
from search.elastic.index.generation import Generation
from search.elastic.keeping.every_article import every_article
from search.elastic.keeping.rebuild import Rebuild
from search.elastic.searching.article_list import WHOLE, articles
from search.elastic.searching.article_reader import these_articles
from search.elastic.searching.compiler import SORTED_BY, Clause, any_stem, matching
from search.elastic.searching.copies import copies
from search.elastic.searching.facets import Naming, complete, facets
from search.elastic.searching.histogram import timeline
from search.elastic.searching.results import Results, View
from search.elastic.searching.source_names import SourceNames
from search.elastic.storing.writer import Writer
from search.engine import Engine, Prepared, Rebuilt, Remake, Replaced, Status, Version
from search.errors import NoIndex, NotFound, SearchError
from search.queries import cursor, ranked_pages
from search.queries.completion import beginnings
from search.queries.plan import Plan
from search.queries.similarity import FETCHED, alike, wanted

AT_ONCE = 500  # articles whose versions are read in one request
FIRST_OF_STREAM = 100  # read before the first is given
CLOSING_SECONDS = 2  # for letting go of a point in time, also where no time was left

Found = TypeVar("Found")


class ElasticEngine(Engine):
    """Safe to share between threads: the client keeps a pool of connections, and nothing else is kept."""

    kind = "elasticsearch"

    def __init__(self, address: str, *, make: bool = True):
        self.address = Address.parse(address)
        self.client = connect(self.address)
        self.indices = Indices(self.client, self.address.index, make=make)
        self.written = Generation()
        self.sources = SourceNames()

    @property
    def location(self) -> str:
        return f"{self.address.url}?index={self.address.index}"

    @contextmanager
    def speaking(self, *, make: bool = False) -> Iterator[Names]:
        """Our exceptions only, and indices that are there: they are made by the first call that finds the server."""
        try:
            with speaking(self.address):
                yield self.indices.ensure(make=make)
        except IndexGone:
            self.indices.forget()
            raise

    @contextmanager
    def writing(self, *, make: bool = False) -> Iterator[Names]:
        """Whatever becomes of it, something may be written then."""
        try:
            with self.speaking(make=make) as names:
                yield names
        finally:
            self.written.drop()

    def search(self, query: StatementQuery) -> Page:
        plan = Plan.of(query)
        if plan.order is Sort.RELEVANCE:
            return self.ranked(query, plan)
        after = cursor.decode(query, SORTED_BY[plan.order])
        with self.speaking() as names:
            results = Results(self.client, View(names.statements), plan, query.collapse)
            shown = list(islice(results.walk(after, query.limit + 1), query.limit + 1))
            total = results.total()
        more = len(shown) > query.limit
        shown = shown[: query.limit]
        following = cursor.encode(query, shown[-1].after) if more else None
        return Page(tuple(placed.found for placed in shown), total, following)

    def ranked(self, query: StatementQuery, plan: Plan) -> Page:
        """How such pages hold still, search/queries/ranked_pages.py tells."""
        with self.speaking() as names:
            view, after, passed = self.view(query, names.statements)
            results = Results(self.client, view, plan, query.collapse)
            shown, more, left = ranked_pages.unseen(results.walk(after, query.limit + 1 + len(passed)), passed, query)
            total = results.total()
        following = ranked_pages.following(query, shown, str(view.pit), shown[-1].after, left) if more else None
        return Page(tuple(placed.found for placed in shown), total, following)

    def view(self, query: StatementQuery, index: str) -> tuple[View, list[Any] | None, set[bytes]]:
        """What to search, after which sort values, and what to pass over.

        In a point in time the server adds a sort value of its own, which tells hits apart.
        """
        match cursor.decode(query, (str,), (str, *SORTED_BY[Sort.RELEVANCE], int, str)):
            case [str(packed)]:
                return View(index, point_in_time(self.client, index)), None, ranked_pages.unpack(packed)
            case [str(pit), *after, str(packed)]:
                return View(index, pit), list(after), ranked_pages.unpack(packed)
        return View(index), None, set()

    def stream(self, query: StatementQuery, *, highlighted: bool = True) -> Generator[FoundStatement]:
        return self.streamed(query, Plan.of(query), highlighted)

    def streamed(self, query: StatementQuery, plan: Plan, highlighted: bool) -> Generator[FoundStatement]:
        """The point in time is let go of at the end, and where the generator is closed before."""
        with self.speaking() as names:
            view = View(names.statements, point_in_time(self.client, names.statements))
        walk = Results(self.client, view, plan, query.collapse, highlighted).walk(None, FIRST_OF_STREAM)
        try:
            for placed in self.each(walk):
                yield placed.found
        finally:
            with suppress(SearchError), budget.within(CLOSING_SECONDS), self.speaking():
                self.client.close_point_in_time(id=str(view.pit))

    def each(self, found: Iterator[Found]) -> Iterator[Found]:
        """What the server raises while one is fetched is translated, and not what is done with it meanwhile."""
        while True:
            with self.speaking():
                one = next(found, None)
            if one is None:
                return
            yield one

    def count(self, query: StatementQuery) -> Total:
        with self.speaking() as names:
            return Total(self.total(names.statements, matching(Plan.of(query))))

    def total(self, index: str, query: Clause) -> int:
        """As a search, since a count answers with less where a shard is away."""
        answer = self.client.search(
            index=index, query=query, size=0, track_total_hits=True, allow_partial_search_results=False
        )
        return int(answer["hits"]["total"]["value"])

    def facets(self, query: StatementQuery, facets_: Collection[str], size: int) -> Mapping[str, Sequence[Bucket]]:
        with self.speaking() as names:
            return facets(self.client, names.statements, query, facets_, size, self.naming(names))

    def complete(self, query: StatementQuery, facet: str, prefix: str, size: int) -> Sequence[Bucket]:
        starts = beginnings(prefix)
        with self.speaking() as names:
            return complete(self.client, names.statements, query, facet, starts, size, self.naming(names))

    def naming(self, names: Names) -> Naming:
        def named(sources: Collection[str]) -> Mapping[str, str]:
            generation = self.written.of(self.client, names)
            return self.sources.of(self.client, names.statements, generation, sources)

        return named

    def timeline(self, query: StatementQuery, interval: Interval | None = None) -> Timeline:
        plan = Plan.of(query)
        with self.speaking() as names:
            return timeline(self.client, names.statements, plan, interval)

    def similar(self, statement_id: str, limit: int) -> Sequence[FoundStatement]:
        statement = self.get(statement_id).statement
        stems = wanted(statement)
        if not stems:
            return ()
        others: Clause = {
            "bool": {"must": any_stem(stems), "must_not": {"term": {"fingerprint": statement.fingerprint}}}
        }
        itself: Clause = {"bool": {"must": any_stem(stems), "filter": {"term": {"id": statement_id}}}}
        with self.speaking() as names:
            own, found = (
                self.client.search(
                    index=names.statements,
                    query=query,
                    size=size,
                    source_includes=["stored"],
                    search_type="dfs_query_then_fetch",  # words weigh the same on every shard
                    track_total_hits=False,
                    allow_partial_search_results=False,
                )["hits"]["hits"]
                for query, size in ((itself, 1), (others, FETCHED))
            )
        ranked = ((hit["_score"], taken(StoredStatement, hit["_source"]["stored"]).found()) for hit in found)
        return tuple(alike(max((hit["_score"] for hit in own), default=0.0), ranked, limit))

    def articles(self, query: ArticleQuery) -> ArticlePage:
        with self.speaking() as names:
            return articles(self.client, names.articles, query)

    def generation(self) -> str:
        with self.speaking() as names:
            return self.written.of(self.client, names)

    def get(self, statement_id: str) -> FoundStatement:
        with self.speaking() as names:
            statements = read(self.client, names.statements, [statement_id], ["stored"])
        if not statements:
            raise NotFound(f"there is no statement {statement_id!r}")
        return taken(StoredStatement, statements[0]["_source"]["stored"]).found()

    def article(self, article_id: str) -> SplitArticle:
        with self.speaking() as names:
            found = next(these_articles(self.client, names.articles, names.statements, [article_id]), None)
        if found is None:
            raise NotFound(f"there is no article {article_id!r}")
        return found

    def stored(self) -> Generator[SplitArticle]:
        with self.speaking() as names:
            found = every_article(self.client, names.articles, names.statements)
        with closing(found):
            yield from self.each(found)

    def outdated(self, extractor: str) -> int:
        current: Clause = {"term": {"extractor": extractor}}
        given: Clause = {"prefix": {"extractor": GIVEN}}
        with self.speaking() as names:
            return self.total(names.articles, {"bool": {"filter": [WHOLE], "must_not": [current, given]}})

    def rebuild(self, remake: Remake) -> Generator[Rebuilt]:
        with speaking(self.address):
            try:
                yield from Rebuild(self.client, self.address.index, remake).run()
            finally:
                self.indices.forget()
                self.written.drop()

    def copies(self, article_id: str, limit: int) -> Copies:
        with self.speaking() as names:
            kept = read(self.client, names.articles, [article_id], ["stored"])
            if not kept or "stored" not in kept[0]["_source"]:
                raise NotFound(f"there is no article {article_id!r}")
            return copies(self.client, names.articles, taken(StoredArticle, kept[0]["_source"]["stored"]), limit)

    def versions(self, article_ids: Collection[str]) -> Mapping[str, Version]:
        ids = sorted(set(article_ids))
        versions: dict[str, Version] = {}
        with suppress(NoIndex), self.speaking() as names:
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
        with self.writing(make=True) as names:
            return Writer(self.client, names).store(articles)

    def delete(self, article_id: str) -> None:
        with self.writing() as names:
            Writer(self.client, names).delete(article_id)

    def be_patient(self, seconds: float, tell: Callable[[str], None]) -> None:
        patience_of(self.client).last(seconds, tell)

    def status(self) -> Status:
        with self.speaking() as names:
            size = self.client.indices.stats(index=[names.statements, names.articles], metric="store")
            return Status(
                engine=self.kind,
                version=self.client.info()["version"]["number"],
                location=self.location,
                articles=self.total(names.articles, {"exists": {"field": "digest"}}),
                statements=self.total(names.statements, {"match_all": {}}),
                bytes=size["_all"]["total"]["store"]["size_in_bytes"],
            )

    def close(self) -> None:
        self.client.close()
