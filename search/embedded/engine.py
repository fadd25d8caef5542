"""The embedded engine behind the contract."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from tantivy import Occur, Query, Searcher

from schemas.copies import Copies
from schemas.page import ArticlePage, Bucket, Page, Timeline, Total
from schemas.query import ArticleQuery, Interval, Sort, StatementQuery
from schemas.statement import GIVEN, FoundStatement, SplitArticle
from search.documents.serialization import StoredStatement
from search.embedded.index.faults import translated
from search.embedded.index.folder import Folder
from search.embedded.index.schema import OF_ARTICLE, schema
from search.embedded.index.snapshots import Snapshots
from search.embedded.keeping.every_article import every_article
from search.embedded.keeping.rebuild import rebuild
from search.embedded.searching import pages
from search.embedded.searching.article_list import articles
from search.embedded.searching.article_reader import articles_kept, these_articles
from search.embedded.searching.compiler import ArticleCompiler, Compiler, both, unranked
from search.embedded.searching.copies import copies
from search.embedded.searching.facets import Counter, complete
from search.embedded.searching.histogram import timeline
from search.embedded.searching.key_names import KeyNames
from search.embedded.searching.results import Results, matching
from search.embedded.searching.source_names import SourceNames
from search.embedded.storing.documents import prepared
from search.embedded.storing.writer import Writer
from search.engine import Engine, Prepared, Rebuilt, Remake, Replaced, Status, Version
from search.errors import NotFound
from search.queries import cursor, ranked_pages
from search.queries.completion import beginnings
from search.queries.labels import is_source, label
from search.queries.plan import Plan, without
from search.queries.similarity import FETCHED, alike, wanted

PATIENCE = 10.0  # seconds that a write waits while another process writes
FIRST_OF_STREAM = 100  # read before the first is given


class EmbeddedEngine(Engine):
    """One process writes at a time, any number read; a commit is found by the next call of every process."""

    kind = "embedded"

    def __init__(self, path: str | Path, patience: float = PATIENCE, *, make: bool = True):
        self.path = Path(path).absolute()
        self.folder = Folder(self.path, patience, make=make)
        self.layout = schema()
        self.compiler = Compiler(self.layout)
        self.snapshots = Snapshots(self.path)
        self.sources = SourceNames(self.compiler)
        self.names = KeyNames(self.compiler)
        self.writer = Writer(self.folder, self.compiler)

    @property
    def location(self) -> str:
        return str(self.path)

    def search(self, query: StatementQuery) -> Page:
        plan = Plan.of(query)
        if plan.order is Sort.RELEVANCE:
            return self.ranked(query, plan)
        after = cursor.decode(query, (int, str))
        start = (int(str(after[0])), str(after[1])) if after else None
        with translated(self.path, "searched"):
            results = self.results(self.folder.searcher(), plan, query)
            shown = list(islice(results.walk(start, query.limit + 1), query.limit + 1))
            total = results.total()
        more = len(shown) > query.limit
        shown = shown[: query.limit]
        following = cursor.encode(query, shown[-1].after) if more and isinstance(shown[-1].after, tuple) else None
        return Page(tuple(placed.found for placed in shown), total, following)

    def ranked(self, query: StatementQuery, plan: Plan) -> Page:
        """How such pages hold still, search/queries/ranked_pages.py tells."""
        with translated(self.path, "searched"):
            pin, searcher, rank, passed = self.view(query)
            results = self.results(searcher, plan, query)
            shown, more, left = ranked_pages.unseen(results.walk(rank, query.limit + 1 + len(passed)), passed, query)
            total = results.total()
        following = ranked_pages.following(query, shown, pin, (int(str(shown[-1].after)),), left) if more else None
        return Page(tuple(placed.found for placed in shown), total, following)

    def view(self, query: StatementQuery) -> tuple[str, Searcher, int, set[bytes]]:
        """The pin, what it is of, the rank to go on from, and what to pass over."""
        match cursor.decode(query, (str,), (str, int, str)):
            case [str(packed)]:
                searcher = self.folder.searcher()
                pin = self.snapshots.pin(self.folder.place) or ""
                return pin, self.snapshots.searcher(pin) if pin else searcher, 0, ranked_pages.unpack(packed)
            case [str(pin), int(rank), str(packed)]:
                searcher = self.snapshots.searcher(pin) if pin else self.folder.searcher()
                return pin, searcher, rank, ranked_pages.unpack(packed)
        return "", self.folder.searcher(), 0, set()

    def results(
        self, searcher: Searcher, plan: Plan, query: StatementQuery, *, highlighted: bool = True
    ) -> Results[StoredStatement]:
        return Results(StoredStatement, searcher, self.compiler, plan, query.collapse, highlighted)

    def stream(self, query: StatementQuery, *, highlighted: bool = True) -> Generator[FoundStatement]:
        plan = Plan.of(query)
        with translated(self.path, "searched"):
            results = self.results(self.folder.searcher(), plan, query, highlighted=highlighted)
        return self.streamed(results)

    def streamed(self, results: Results[StoredStatement]) -> Generator[FoundStatement]:
        """The view lives as long as the generator, so nothing need be pinned."""
        walk = results.walk(None, FIRST_OF_STREAM)
        while True:
            with translated(self.path, "searched"):
                placed = next(walk, None)
            if placed is None:
                return
            yield placed.found

    def count(self, query: StatementQuery) -> Total:
        compiled = self.compiler.matching(Plan.of(query))
        with translated(self.path, "searched"):
            return Total(matching(self.folder.searcher(), compiled))

    def facets(self, query: StatementQuery, facets: Collection[str], size: int) -> Mapping[str, Sequence[Bucket]]:
        """Those without a filter of their own are counted in one go."""
        own = [facet for facet in facets if query.filters[facet]]
        rest = [facet for facet in facets if facet not in own]
        groups = [(query, rest), *((without(query, facet), [facet]) for facet in own)]
        plans = [(self.compiler.matching(Plan.of(asked)), group) for asked, group in groups if group]
        with translated(self.path, "searched"):
            searcher, label = self.labelling()
            counter = Counter(searcher, self.names)
            counts = {
                facet: n for compiled, group in plans for facet, n in counter.counted(compiled, group, size).items()
            }
            return {
                facet: tuple(Bucket(value, n, label(facet, value)) for value, n in counts[facet]) for facet in facets
            }

    def complete(self, query: StatementQuery, facet: str, prefix: str, size: int) -> Sequence[Bucket]:
        starts = beginnings(prefix)
        compiled = self.compiler.matching(Plan.of(without(query, facet)))
        with translated(self.path, "searched"):
            searcher, label = self.labelling()
            counter = Counter(searcher, self.names)
            return complete(counter, self.compiler, compiled, facet, starts, size, partial(label, facet))

    def labelling(self) -> tuple[Searcher, Callable[[str, str], str]]:
        """A view of the index, and what values in it are called."""
        generation = self.folder.generation()
        searcher = self.folder.searcher()

        def labelled(facet: str, value: str) -> str:
            return self.sources.of(searcher, generation, value) if is_source(facet) else label(facet, value)

        return searcher, labelled

    def timeline(self, query: StatementQuery, interval: Interval | None = None) -> Timeline:
        plan = Plan.of(query)
        with translated(self.path, "searched"):
            return timeline(self.folder.searcher(), self.compiler, plan, interval)

    def similar(self, statement_id: str, limit: int) -> Sequence[FoundStatement]:
        statement = self.get(statement_id).statement
        stems = wanted(statement)
        if not stems:
            return ()
        compiled = self.compiler.any_stem(stems)
        itself = both(compiled, unranked(self.compiler.any_of("id", [statement_id])))
        others = self.compiler.without(compiled, "fingerprint", statement.fingerprint)
        with translated(self.path, "searched"):
            searcher = self.folder.searcher()
            own = max((score for score, _ in searcher.search(itself, 1, count=False).hits), default=0.0)
            hits = searcher.search(others, FETCHED, count=False).hits
            ranked = ((score, pages.stored(searcher, address, StoredStatement).found()) for score, address in hits)
            return tuple(alike(own, ranked, limit))

    def articles(self, query: ArticleQuery) -> ArticlePage:
        return articles(self.folder, ArticleCompiler(self.layout), query)

    def generation(self) -> str:
        with translated(self.path, "read"):
            return self.folder.generation()

    def get(self, statement_id: str) -> FoundStatement:
        with translated(self.path, "searched"):
            searcher = self.folder.searcher()
            hits = searcher.search(self.compiler.any_of("id", [statement_id]), 1, count=False).hits
            if not hits:
                raise NotFound(f"there is no statement {statement_id!r}")
            return pages.stored(searcher, hits[0][1], StoredStatement).found()

    def article(self, article_id: str) -> SplitArticle:
        with translated(self.path, "searched"):
            found = next(these_articles(self.folder.searcher(), self.compiler, [article_id]), None)
        if found is None:
            raise NotFound(f"there is no article {article_id!r}")
        return found

    def stored(self) -> Generator[SplitArticle]:
        with translated(self.path, "read"):
            yield from every_article(self.folder.searcher(), ArticleCompiler(self.layout))

    def outdated(self, extractor: str) -> int:
        field, every = f"{OF_ARTICLE}extractor", ArticleCompiler(self.layout).every()
        current = Query.term_query(self.layout, field, extractor, index_option="basic")
        given = Query.regex_query(self.layout, field, f"{GIVEN}.*")
        others = Query.boolean_query([(Occur.Must, every), (Occur.MustNot, current), (Occur.MustNot, given)])
        with translated(self.path, "searched"):
            return matching(self.folder.searcher(), others)

    def rebuild(self, remake: Remake) -> Generator[Rebuilt]:
        with translated(self.path, "rebuilt"):
            yield from rebuild(self.folder, remake)

    def copies(self, article_id: str, limit: int) -> Copies:
        with translated(self.path, "searched"):
            searcher = self.folder.searcher()
            kept = articles_kept(searcher, self.compiler, [article_id])
            if not kept:
                raise NotFound(f"there is no article {article_id!r}")
            return copies(searcher, ArticleCompiler(self.layout), kept[article_id], limit)

    def versions(self, article_ids: Collection[str]) -> Mapping[str, Version]:
        with translated(self.path, "searched"):
            if not self.folder.is_there():
                return {}
            kept = articles_kept(self.folder.searcher(), self.compiler, article_ids)
        return {key: Version(stored.content_hash, stored.extractor) for key, stored in kept.items()}

    @staticmethod
    def prepare(split: SplitArticle) -> Prepared:
        return prepared(split)

    def begin(self, articles: Iterable[Prepared]) -> Callable[[], Replaced]:
        return self.writer.begin(articles)

    def delete(self, article_id: str) -> None:
        self.writer.delete(article_id)

    def be_patient(self, seconds: float, tell: Callable[[str], None]) -> None:
        """There is no server."""

    def status(self) -> Status:
        with translated(self.path, "searched"):
            searcher = self.folder.searcher()
            statements = matching(searcher, self.compiler.every())
            return Status(
                engine=self.kind,
                version=f"tantivy {version('tantivy')}",
                location=self.location,
                articles=searcher.num_docs - statements,
                statements=statements,
                bytes=self.folder.size(),
            )

    def close(self) -> None:
        self.folder.close()
