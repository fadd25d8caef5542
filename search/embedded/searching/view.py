"""What the API asks, answered from one commit of the index."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial

from tantivy import Query, Searcher

from schemas.copies import Copies
from schemas.page import ArticlePage, Bucket, Page, Timeline, Total
from schemas.query import ArticleQuery, Interval, Sort, StatementQuery
from schemas.statement import FoundStatement, SplitArticle, Statement
from search.documents.serialization import StoredStatement
from search.embedded.index.faults import translated
from search.embedded.index.folder import Commit, Folder
from search.embedded.index.snapshots import Snapshots
from search.embedded.searching import pages
from search.embedded.searching.article_list import articles, articles_holding
from search.embedded.searching.article_reader import articles_kept, statements_of, these_articles
from search.embedded.searching.compiler import ArticleCompiler, Compiler, TextCompiler, both, unranked
from search.embedded.searching.copies import copies
from search.embedded.searching.counts_of_all import CountsOfAll
from search.embedded.searching.facets import Counter, complete
from search.embedded.searching.histogram import counts_over, timeline
from search.embedded.searching.key_names import KeyNames
from search.embedded.searching.results import Results, matching
from search.embedded.searching.source_names import source_names
from search.embedded.searching.spellings import spellings
from search.engine import View
from search.errors import NotFound
from search.queries import cursor, ranked_pages
from search.queries.article_words import ArticleWords
from search.queries.completion import beginnings
from search.queries.labels import is_identity, is_source, label
from search.queries.plan import Plan, filter_by, without
from search.queries.similarity import FETCHED, alike, wanted
from search.queries.source_names import SourceNames
from search.queries.spellings import Ids, Names, Spellings
from search.results import page_of

FIRST_OF_STREAM = 100  # read before the first is given


@dataclass(frozen=True, slots=True)
class Shared:
    """What all views of one engine share."""

    folder: Folder
    snapshots: Snapshots
    compiler: Compiler
    article_compiler: ArticleCompiler
    text_compiler: TextCompiler
    counts_of_all: CountsOfAll
    names: KeyNames
    sources: SourceNames
    spellings: Spellings


class EmbeddedView(View):
    def __init__(self, shared: Shared):
        self.shared = shared
        self.compiler = shared.compiler
        self.lock = threading.Lock()
        self.opened: Commit | None = None
        self.words = ArticleWords()

    @property
    def commit(self) -> Commit:
        """The newest when it is first looked at, and the same for ever after."""
        with self.lock:
            if self.opened is None:
                self.opened = self.shared.folder.commit()
            return self.opened

    @property
    def searcher(self) -> Searcher:
        return self.commit.searcher

    def searching(self) -> AbstractContextManager[None]:
        return translated(self.shared.folder.path, "searched")

    def matching(self, query: StatementQuery) -> Query:
        return self.compiler.matching(Plan.of(self.looked_up(query)))

    def looked_up(self, query: StatementQuery, pinned: Searcher | None = None) -> StatementQuery:
        """With the articles in it that hold its words, where these are looked for in articles."""

        def holding(plan: Plan) -> Sequence[int]:
            with self.searching():
                return articles_holding(pinned or self.searcher, self.shared.text_compiler, plan)

        return (ArticleWords() if pinned else self.words).of(query, holding)

    def search(self, query: StatementQuery) -> Page:
        plan = Plan.of(query)
        if plan.order is Sort.RELEVANCE:
            return self.ranked(query)
        plan = Plan.of(self.looked_up(query))
        start = pages.start_of(query)
        with self.searching():
            results = Results(StoredStatement, self.searcher, self.compiler, plan, query.collapse)
            shown, more = page_of(results.walk(start, query.limit + 1), query.limit)
            total = results.total()
        following = cursor.encode(query, shown[-1].after) if more and isinstance(shown[-1].after, tuple) else None
        return Page(tuple(placed.found for placed in shown), total, following)

    def ranked(self, query: StatementQuery) -> Page:
        """How such pages hold still, search/queries/ranked_pages.py tells."""
        with self.searching():
            pin, searcher, rank, passed = self.pinned(query)
        plan = Plan.of(self.looked_up(query, searcher if pin else None))
        with self.searching():
            results = Results(StoredStatement, searcher, self.compiler, plan, query.collapse)
            shown, more, left = ranked_pages.unseen(results.walk(rank, query.limit + 1 + len(passed)), passed, query)
            total = results.total()
        following = ranked_pages.following(query, shown, pin, (int(str(shown[-1].after)),), left) if more else None
        return Page(tuple(placed.found for placed in shown), total, following)

    def pinned(self, query: StatementQuery) -> tuple[str, Searcher, int, set[bytes]]:
        """The pin, what it is of, the rank to go on from, and what to pass over."""
        snapshots = self.shared.snapshots
        match cursor.decode(query, (str,), (str, int, str)):
            case [str(packed)]:
                pin = snapshots.pin(self.commit.place) or ""
                return pin, snapshots.searcher(pin) if pin else self.searcher, 0, ranked_pages.unpack(packed)
            case [str(pin), int(rank), str(packed)]:
                return pin, snapshots.searcher(pin) if pin else self.searcher, rank, ranked_pages.unpack(packed)
        return "", self.searcher, 0, set()

    def stream(self, query: StatementQuery, plan: Plan, highlighted: bool) -> Generator[Total | FoundStatement]:
        """The total first. The commit lives as long as the generator, so nothing need be pinned."""
        with self.searching():
            results = Results(StoredStatement, self.searcher, self.compiler, plan, query.collapse, highlighted)
            walk = results.walk(None, FIRST_OF_STREAM)
            placed = next(walk, None)  # along with which they are counted
            total = results.total()
        yield total
        while placed is not None:
            yield placed.found
            with self.searching():
                placed = next(walk, None)

    def first(self, query: StatementQuery) -> Sequence[FoundStatement]:
        plan = Plan.of(self.looked_up(query))
        with self.searching():
            return Results(StoredStatement, self.searcher, self.compiler, plan, query.collapse).first(query.limit)

    def count(self, query: StatementQuery) -> Total:
        compiled = self.matching(query)
        with self.searching():
            return Total(matching(self.searcher, compiled))

    def facets(self, query: StatementQuery, facets: Collection[str], size: int) -> Mapping[str, Sequence[Bucket]]:
        """Those without a filter of their own are counted in one go."""
        own = [facet for facet in facets if query.filters[facet]]
        rest = [facet for facet in facets if facet not in own]
        groups = [(query, rest), *((without(query, facet), [facet]) for facet in own)]
        compiled = [(self.matching(asked), group) for asked, group in groups if group]
        with self.searching():
            counter = Counter(self.searcher, self.shared.names)
            counts = {facet: n for asked, group in compiled for facet, n in counter.counted(asked, group, size).items()}
            found = {facet: asked for asked, group in compiled for facet in group}
            return {facet: self.buckets(found[facet], facet, counts[facet]) for facet in facets}

    def value_counts(
        self, query: StatementQuery, values: Mapping[str, Sequence[str]]
    ) -> Mapping[str, Sequence[Bucket]]:
        asked = {
            facet: (self.matching(without(query, facet)), [filter_by(facet, (value,)) for value in each])
            for facet, each in values.items()
        }
        with self.searching():
            return {
                facet: self.buckets(
                    compiled,
                    facet,
                    [
                        (value, matching(self.searcher, both(compiled, unranked(self.compiler.narrowing(node)))))
                        for value, node in zip(values[facet], nodes, strict=True)
                    ],
                )
                for facet, (compiled, nodes) in asked.items()
            }

    def buckets(self, found: Query, facet: str, counts: Sequence[tuple[str, int]]) -> tuple[Bucket, ...]:
        name = self.naming(found, facet, [value for value, _ in counts])
        return tuple(Bucket(value, count, name(value)) for value, count in counts)

    def naming(self, found: Query, facet: str, values: Collection[str]) -> Callable[[str], str]:
        """What values are called in what matches the query."""
        if is_identity(facet):
            return self.spellings(found, facet, values).__getitem__
        return self.source_names(values).__getitem__ if is_source(facet) else partial(label, facet)

    def spellings(self, found: Query, facet: str, ids: Collection[str]) -> Mapping[str, str]:
        def names(queries: Sequence[Query], asked: Ids) -> Mapping[str, Names]:
            read = partial(spellings, self.searcher, self.compiler, self.shared.names, queries, facet)
            return {facet: read(asked[facet])}

        everywhere, here = partial(names, ()), partial(names, [found])
        return self.shared.spellings.of(self.commit.generation, {facet: ids}, everywhere, here)[facet]

    def complete(self, query: StatementQuery, facet: str, prefix: str, size: int) -> Sequence[Bucket]:
        starts = beginnings(prefix)
        compiled = self.matching(without(query, facet))
        with self.searching():
            counter, naming = Counter(self.searcher, self.shared.names), partial(self.naming, compiled, facet)
            return complete(counter, self.compiler, compiled, facet, starts, size, naming)

    def source_names(self, sources: Collection[str]) -> Mapping[str, str]:
        with self.searching():
            read = partial(source_names, self.searcher, self.compiler)
            return self.shared.sources.of(self.commit.generation, sources, read)

    def timeline(self, query: StatementQuery, interval: Interval | None = None) -> Timeline:
        query = self.looked_up(query)
        plan = Plan.of(query)
        with self.searching():
            count_all = partial(self.shared.counts_of_all.of, self.commit.generation)
            return timeline(self.searcher, self.compiler, plan, interval, count_all)

    def counts_over(self, query: StatementQuery, whole: Timeline) -> Sequence[int]:
        plan = Plan.of(self.looked_up(query))
        with self.searching():
            return counts_over(self.searcher, self.compiler, plan, whole)

    def similar(self, statement_id: str, limit: int) -> Sequence[FoundStatement]:
        statement = self.get(statement_id).statement
        stems = wanted(statement)
        if not stems:
            return ()
        compiled = self.compiler.any_stem(stems)
        itself = both(compiled, unranked(self.compiler.any_of("id", [statement_id])))
        others = self.compiler.without(compiled, "fingerprint", statement.fingerprint)
        with self.searching():
            searcher = self.searcher
            own = max((score for score, _ in searcher.search(itself, 1, count=False).hits), default=0.0)
            hits = searcher.search(others, FETCHED, count=False).hits
            ranked = ((score, pages.stored(searcher, address, StoredStatement).found()) for score, address in hits)
            return tuple(alike(own, ranked, limit))

    def articles(self, query: ArticleQuery) -> ArticlePage:
        plan = Plan.of_articles(query)
        with self.searching():
            return articles(self.searcher, self.shared.article_compiler, query, plan)

    def get(self, statement_id: str) -> FoundStatement:
        with self.searching():
            searcher = self.searcher
            hits = searcher.search(self.compiler.any_of("id", [statement_id]), 1, count=False).hits
            if not hits:
                raise NotFound(f"there is no statement {statement_id!r}")
            return pages.stored(searcher, hits[0][1], StoredStatement).found()

    def statements_of(self, article_id: str) -> Sequence[Statement]:
        with self.searching():
            return statements_of(self.searcher, self.compiler, [article_id]).get(article_id, ())

    def article(self, article_id: str) -> SplitArticle:
        with self.searching():
            found = next(these_articles(self.searcher, self.compiler, [article_id]), None)
        if found is None:
            raise NotFound(f"there is no article {article_id!r}")
        return found

    def copies(self, article_id: str, limit: int) -> Copies:
        with self.searching():
            kept = articles_kept(self.searcher, self.compiler, [article_id])
            if not kept:
                raise NotFound(f"there is no article {article_id!r}")
            return copies(self.searcher, self.shared.article_compiler, kept[article_id], limit)
