"""What the API asks, answered from one state of the indices."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from schemas.copies import Copies
from schemas.page import ArticlePage, Bucket, Page, Timeline, Total
from schemas.query import ArticleQuery, Interval, Sort, StatementQuery
from schemas.statement import FoundStatement, SplitArticle, Statement
from search.documents.serialization import StoredArticle, StoredStatement, taken
from search.elastic.client.connection import point_in_time
from search.elastic.client.patience import patiently
from search.elastic.index.access import Access
from search.elastic.index.aliases import Names
from search.elastic.index.documents import Document
from search.elastic.searching.article_list import articles, articles_holding
from search.elastic.searching.article_reader import article_in, statements_of, stored_as, these_articles
from search.elastic.searching.compiler import SORTED_BY, Clause, any_stem, matching
from search.elastic.searching.copies import copies
from search.elastic.searching.facets import Counted, Labels, Naming, complete, facets, value_counts
from search.elastic.searching.histogram import counts_over, timeline
from search.elastic.searching.reader import PointsInTime, Reader, State, StateGone
from search.elastic.searching.results import Results
from search.elastic.searching.source_names import source_names
from search.elastic.searching.spellings import in_all, in_found
from search.engine import View
from search.errors import NotFound
from search.queries import cursor, ranked_pages
from search.queries.article_words import ArticleWords
from search.queries.completion import beginnings
from search.queries.labels import is_identity, is_source
from search.queries.plan import Plan
from search.queries.similarity import FETCHED, alike, wanted
from search.queries.source_names import SourceNames
from search.queries.spellings import Spellings
from search.results import page_of

Answer = TypeVar("Answer")


class ElasticView(View):
    """Without `points` each question reads the newest state, for whoever has one alone."""

    def __init__(self, access: Access, sources: SourceNames, spellings: Spellings, points: PointsInTime | None = None):
        self.access = access
        self.sources = sources
        self.spellings = spellings
        self.points = points
        self.lock = threading.Lock()
        self.opened: State | None = None
        self.words = ArticleWords()

    def statements(self, names: Names) -> Reader:
        state = self.state(names)
        return state.statements if state else Reader(self.access.client, names.statements)

    def articles_of(self, names: Names) -> Reader:
        state = self.state(names)
        return state.articles if state else Reader(self.access.client, names.articles)

    def state(self, names: Names) -> State | None:
        """The newest when it is first asked for, and the same for ever after, unless the server loses it."""
        with self.lock:
            if self.points is not None and (self.opened is None or self.opened.lost):
                self.opened = self.points.of(names, self.access.written.of(self.access.client, names))
            return self.opened

    def answer(self, ask: Callable[[Names], Answer]) -> Answer:
        """Asked again where the server lost the state, of a new one, which all further questions then read too."""

        def answered() -> Answer:
            with self.access.reading() as names:
                return ask(names)

        return patiently(self.access.client, answered, StateGone)

    def looked_up(self, query: StatementQuery) -> StatementQuery:
        """With the articles in it that hold its words, where these are looked for in articles."""

        def holding(plan: Plan) -> Sequence[str]:
            return self.answer(lambda names: articles_holding(self.articles_of(names), plan))

        return self.words.of(query, holding)

    def generation(self, names: Names) -> str:
        state = self.state(names)
        return state.generation if state else self.access.written.of(self.access.client, names)

    def search(self, query: StatementQuery) -> Page:
        query = self.looked_up(query)
        plan = Plan.of(query)
        if plan.order is Sort.RELEVANCE:
            return self.ranked(query, plan)
        after = cursor.decode(query, SORTED_BY[plan.order])

        def page(names: Names) -> Page:
            results = Results(self.statements(names), plan, query.collapse)
            shown, more = page_of(results.walk(after, query.limit + 1), query.limit)
            following = cursor.encode(query, results.lasting(shown[-1].after)) if more else None
            return Page(tuple(placed.found for placed in shown), results.total(), following)

        return self.answer(page)

    def ranked(self, query: StatementQuery, plan: Plan) -> Page:
        """How such pages hold still, search/queries/ranked_pages.py tells."""

        def page(names: Names) -> Page:
            reader, after, passed = self.pinned(query, names)
            results = Results(reader, plan, query.collapse)
            shown, more, left = ranked_pages.unseen(results.walk(after, query.limit + 1 + len(passed)), passed, query)
            following = ranked_pages.following(query, shown, str(reader.pit), shown[-1].after, left) if more else None
            return Page(tuple(placed.found for placed in shown), results.total(), following)

        return self.answer(page)

    def pinned(self, query: StatementQuery, names: Names) -> tuple[Reader, list[Any] | None, set[bytes]]:
        """What to search, after which sort values, and what to pass over.

        In a point in time the server adds a sort value of its own, which tells hits apart.
        """
        client, index = self.access.client, names.statements
        match cursor.decode(query, (str,), (str, *SORTED_BY[Sort.RELEVANCE], int, str)):
            case [str(packed)]:
                return Reader(client, index, point_in_time(client, index)), None, ranked_pages.unpack(packed)
            case [str(pit), *after, str(packed)]:
                return Reader(client, index, pit), list(after), ranked_pages.unpack(packed)
        return self.statements(names), None, set()

    def first(self, query: StatementQuery) -> Sequence[FoundStatement]:
        plan = Plan.of(self.looked_up(query))
        return self.answer(lambda names: Results(self.statements(names), plan, query.collapse).first(query.limit))

    def count(self, query: StatementQuery) -> Total:
        compiled = matching(Plan.of(self.looked_up(query)))
        return self.answer(lambda names: Total(self.statements(names).total(compiled)))

    def facets(self, query: StatementQuery, wanted: Collection[str], size: int) -> Mapping[str, Sequence[Bucket]]:
        query = self.looked_up(query)
        return self.answer(lambda names: facets(self.statements(names), query, wanted, size, self.naming(names)))

    def value_counts(
        self, query: StatementQuery, values: Mapping[str, Sequence[str]]
    ) -> Mapping[str, Sequence[Bucket]]:
        query = self.looked_up(query)
        return self.answer(lambda names: value_counts(self.statements(names), query, values, self.naming(names)))

    def complete(self, query: StatementQuery, facet: str, prefix: str, size: int) -> Sequence[Bucket]:
        starts, query = beginnings(prefix), self.looked_up(query)
        return self.answer(
            lambda names: complete(self.statements(names), query, facet, starts, size, self.naming(names))
        )

    def naming(self, names: Names) -> Naming:
        """What sources and ids are called; of other facets nothing."""

        def labels(query: StatementQuery, counted: Counted, only: Sequence[Clause]) -> Labels:
            reader = self.statements(names)
            ids = {facet: list(counts) for facet, counts in counted.items() if is_identity(facet) and counts}
            sources = [source for facet, counts in counted.items() if is_source(facet) for source in counts]
            if not (ids or sources):
                return {}
            generation = self.generation(names)
            called = self.spellings.of(generation, ids, partial(in_all, reader), partial(in_found, reader, query, only))
            outlets = self.sources.of(generation, sources, partial(source_names, reader))
            return {**called, **{facet: outlets for facet in counted if is_source(facet)}}

        return labels

    def timeline(self, query: StatementQuery, interval: Interval | None = None) -> Timeline:
        query = self.looked_up(query)
        plan = Plan.of(query)
        return self.answer(lambda names: timeline(self.statements(names), plan, interval))

    def counts_over(self, query: StatementQuery, whole: Timeline) -> Sequence[int]:
        plan = Plan.of(self.looked_up(query))
        return self.answer(lambda names: counts_over(self.statements(names), plan, whole))

    def similar(self, statement_id: str, limit: int) -> Sequence[FoundStatement]:
        statement = self.get(statement_id).statement
        stems = wanted(statement)
        if not stems:
            return ()
        others: Clause = {
            "bool": {"must": any_stem(stems), "must_not": {"term": {"fingerprint": statement.fingerprint}}}
        }
        itself: Clause = {"bool": {"must": any_stem(stems), "filter": {"term": {"id": statement_id}}}}

        def weighed(names: Names, query: Clause, size: int) -> Sequence[Document]:
            hits: Sequence[Document] = self.statements(names).search(
                query=query,
                size=size,
                source_includes=["stored"],
                search_type="dfs_query_then_fetch",  # words weigh the same on every shard
                track_total_hits=False,
            )["hits"]["hits"]
            return hits

        own, found = self.answer(lambda names: (weighed(names, itself, 1), weighed(names, others, FETCHED)))
        ranked = ((hit["_score"], taken(StoredStatement, hit["_source"]["stored"]).found()) for hit in found)
        return tuple(alike(max((hit["_score"] for hit in own), default=0.0), ranked, limit))

    def articles(self, query: ArticleQuery) -> ArticlePage:
        plan = Plan.of_articles(query)
        return self.answer(lambda names: articles(self.articles_of(names), query, plan))

    def get(self, statement_id: str) -> FoundStatement:
        found = self.answer(lambda names: stored_as(self.statements(names), statement_id))
        if not found:
            raise NotFound(f"there is no statement {statement_id!r}")
        return taken(StoredStatement, found[0]).found()

    def statements_of(self, article_id: str) -> Sequence[Statement]:
        return self.answer(lambda names: statements_of(self.statements(names), article_id))

    def article(self, article_id: str) -> SplitArticle:
        found = self.answer(lambda names: next(self.articles_with(names, article_id), None))
        if found is None:
            raise NotFound(f"there is no article {article_id!r}")
        return found

    def articles_with(self, names: Names, article_id: str) -> Iterator[SplitArticle]:
        """That article; as it is now where it was being written when this view was made."""
        split, intact = article_in(self.articles_of(names), self.statements(names), article_id)
        if split and intact:
            yield split
        elif split:
            yield from these_articles(self.access.client, names.articles, names.statements, [article_id])

    def copies(self, article_id: str, limit: int) -> Copies:
        def found(names: Names) -> Copies:
            reader = self.articles_of(names)
            stored = stored_as(reader, article_id)
            if not stored:
                raise NotFound(f"there is no article {article_id!r}")
            return copies(reader, taken(StoredArticle, stored[0]), limit)

        return self.answer(found)
