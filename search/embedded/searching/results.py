"""What one query finds in one view of the index, in order: in batches from any place, folded or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Generic

from tantivy import Order, Query, Searcher

from schemas.query import Sort
from search import budget
from search.embedded.searching import pages
from search.embedded.searching.compiler import Compiler, both, unranked
from search.embedded.searching.key_names import EVERY_VALUE
from search.embedded.searching.pages import Hit, Key, Stored
from search.queries.collapse import EXACT_BELOW, Member
from search.queries.plan import Plan
from search.results import OrderedResults

FEW_COPIES = 500  # of the results of a batch


@dataclass
class Results(OrderedResults[Hit[Stored], Key | int], Generic[Stored]):
    """`kind` is what is stored of each."""

    kind: type[Stored]
    searcher: Searcher
    compiler: Compiler
    plan: Plan
    collapse: bool
    highlighted: bool = True
    known: int | None = field(default=None, init=False)

    @cached_property
    def query(self) -> Query:
        return self.compiler.matching(self.plan)

    @cached_property
    def ranking(self) -> Query:
        return self.compiler.ranking(self.plan)

    @property
    def ranked(self) -> bool:
        return self.plan.order is Sort.RELEVANCE

    @property
    def sort_key(self) -> str:
        """The sort key: of equally relevant ones the newest stand first."""
        return f"{self.compiler.of}{self.plan.dates}_{'newest' if self.ranked else self.plan.order.value}"

    @property
    def matches(self) -> int:
        """Counted along with the first batch, where there is one: it costs next to nothing then."""
        if self.known is None:
            self.known = matching(self.searcher, self.query)
        return self.known

    def groups(self) -> int:
        asked = {"terms": {"field": self.compiler.fingerprint, "size": EXACT_BELOW, "segment_size": EVERY_VALUE}}
        return len(self.searcher.aggregate(self.query, {"groups": asked})["groups"]["buckets"])

    def about_groups(self) -> int:
        return round(self.searcher.cardinality(self.query, self.compiler.fingerprint))

    def batch(self, start: Key | int | None, size: int) -> Sequence[Hit[Stored]]:
        budget.check()
        if self.ranked:
            rank = start if isinstance(start, int) else 0
            if rank and rank >= self.matches:
                return []
            hits, matches = pages.by_score(self.searcher, self.ranking, self.sort_key, rank, size, self.kind)
        else:
            after = start if isinstance(start, tuple) else None
            layout = self.compiler.layout
            hits, matches = pages.by_key(self.searcher, self.query, layout, self.sort_key, after, size, self.kind)
        self.known = self.known if matches is None else matches
        return hits

    def members(self, fingerprints: Sequence[str]) -> Iterator[Member]:
        """All copies that match, with their places."""
        found = self.ranking if self.ranked else self.query
        query = both(found, unranked(self.compiler.any_of(self.compiler.fingerprint, fingerprints)))
        ask = partial(self.searcher.search, query)
        if not self.ranked:
            ask = partial(ask, order_by_field=self.sort_key, order=Order.Desc)
        few = ask(FEW_COPIES)  # and how many there are, which are rarely more
        count = pages.counted(few)
        hits = few.hits if count <= FEW_COPIES else ask(count, count=False).hits
        keys = self.searcher.fast_field_values(self.sort_key, [address for _, address in hits])
        for (score, address), key in zip(hits, keys, strict=True):
            budget.check()
            hit: Hit[Stored] = Hit(int(key or 0), pages.stored(self.searcher, address, self.kind))
            place = (-score, *hit.place) if self.ranked else hit.place
            yield Member(hit.fingerprint, place, hit.id, hit.stored.head)


def matching(searcher: Searcher, query: Query) -> int:
    budget.check()
    return pages.counted(searcher.search(query, 1, count=True))
