"""What one query finds in one view of the index, in order: in batches from any place, folded or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from tantivy import Order, Query, Searcher

from schemas.page import Relation, Total
from schemas.query import Sort
from schemas.statement import FoundStatement
from search.collapsing import EXACT_BELOW, Member, folded
from search.embedded import paging
from search.embedded.compiling import Compiler, both, unranked
from search.embedded.faceting import EVERY_VALUE
from search.embedded.paging import Hit, Key
from search.highlight import highlight
from search.plan import Plan
from search.stored import found_from_json, head_from_json

LARGEST_BATCH = 1_000

Start = Key | int | None  # after this sort key and id, or from this rank; None is the beginning


@dataclass(frozen=True, slots=True)
class Placed:
    """A result, and where what follows it begins."""

    found: FoundStatement
    after: Key | int


@dataclass
class Results:
    searcher: Searcher
    compiler: Compiler
    plan: Plan
    collapse: bool
    known: int | None = field(default=None, init=False)

    @cached_property
    def query(self) -> Query:
        return self.compiler.matching(self.plan)

    @property
    def ranked(self) -> bool:
        return self.plan.order is Sort.RELEVANCE

    @property
    def sort_key(self) -> str:
        """The sort key: of equally relevant ones the newest stand first."""
        return f"{self.plan.dates}_{'newest' if self.ranked else self.plan.order.value}"

    @property
    def matches(self) -> int:
        """Counted along with the first batch, where there is one: it costs next to nothing then."""
        if self.known is None:
            self.known = matching(self.searcher, self.query)
        return self.known

    def total(self) -> Total:
        """Exact, but for a great many copies folded."""
        if not self.collapse:
            return Total(self.matches)
        if self.matches > EXACT_BELOW:
            estimate = round(self.searcher.cardinality(self.query, "fingerprint"))
            return Total(min(estimate, self.matches), Relation.ABOUT)
        asked = {"terms": {"field": "fingerprint", "size": EXACT_BELOW, "segment_size": EVERY_VALUE}}
        return Total(len(self.searcher.aggregate(self.query, {"groups": asked})["groups"]["buckets"]))

    def walk(self, start: Start, wanted: int) -> Iterator[Placed]:
        """From there to the end, reading ahead for about as many as are wanted."""
        batches = self.batches(start, wanted)
        if not self.collapse:
            yield from (self.placed(hit) for batch in batches for hit in batch)
            return
        for hit, carried in folded(batches, self.members):
            placed = self.placed(hit)
            yield Placed(replace(placed.found, carried=carried), placed.after)

    def batches(self, start: Start, size: int) -> Iterator[Sequence[Hit]]:
        while True:
            batch = self.batch(start, size)
            yield batch
            if len(batch) < size:
                return
            start = batch[-1].after
            size = min(2 * size, LARGEST_BATCH)

    def batch(self, start: Start, size: int) -> Sequence[Hit]:
        if self.ranked:
            rank = start if isinstance(start, int) else 0
            if rank and rank >= self.matches:
                return []
            hits, matches = paging.by_score(self.searcher, self.query, self.sort_key, rank, size)
        else:
            after = start if isinstance(start, tuple) else None
            layout = self.compiler.layout
            hits, matches = paging.by_key(self.searcher, self.query, layout, self.sort_key, after, size)
        self.known = self.known if matches is None else matches
        return hits

    def members(self, fingerprints: Sequence[str]) -> Iterator[Member]:
        """All copies that match, with their places."""
        query = both(self.query, unranked(self.compiler.any_of("fingerprint", fingerprints)))
        count = max(1, matching(self.searcher, query))
        if self.ranked:
            hits = self.searcher.search(query, count, count=False).hits
        else:
            hits = self.searcher.search(query, count, count=False, order_by_field=self.sort_key, order=Order.Desc).hits
        keys = self.searcher.fast_field_values(self.sort_key, [address for _, address in hits])
        for (score, address), key in zip(hits, keys, strict=True):
            stored = paging.stored(self.searcher, address)
            statement = stored["statement"]
            place = (-score, -(key or 0), statement["id"]) if self.ranked else (-(key or 0), statement["id"])
            yield Member(statement["fingerprint"], place, statement["id"], head_from_json(stored["article"]))

    def placed(self, hit: Hit) -> Placed:
        text = hit.stored["statement"]["text"]
        return Placed(found_from_json(hit.stored, highlight(self.plan.tree, text)), hit.after)


def matching(searcher: Searcher, query: Query) -> int:
    return paging.counted(searcher.search(query, 1, count=True))
