"""What one query finds, in order: what is equal above both engines."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, Generic, Protocol, TypeVar

from schemas.page import Relation, Total
from schemas.statement import FoundStatement, Span, Statement
from search import budget
from search.documents.serialization import StoredStatement
from search.highlights.highlight import highlight_parts
from search.language import positive
from search.language.tree import Leaf
from search.queries.collapse import EXACT_BELOW, Group, Member, folded
from search.queries.plan import Plan

LARGEST_BATCH = 1_000

Shown = TypeVar("Shown")
Place = TypeVar("Place")  # where what follows a hit begins
Place_co = TypeVar("Place_co", covariant=True)


class Hit(Protocol[Place_co]):
    """A statement or an article that an engine found. `statement` is what is stored of a statement."""

    @property
    def id(self) -> str: ...

    @property
    def fingerprint(self) -> str: ...

    @property
    def statement(self) -> StoredStatement: ...

    @property
    def after(self) -> Place_co: ...


HitOf = TypeVar("HitOf", bound=Hit[Any])


@dataclass(frozen=True, slots=True)
class Placed(Generic[Place]):
    """A result, and where what follows it begins."""

    found: FoundStatement
    after: Place


class OrderedResults(ABC, Generic[HitOf, Place]):
    """In batches from any place, folded or not; None is the beginning."""

    plan: Plan
    collapse: bool
    highlighted: bool

    @property
    @abstractmethod
    def matches(self) -> int:
        """How many match."""

    @abstractmethod
    def groups(self) -> int:
        """How many match, copies counted once. Asked only where few match."""

    @abstractmethod
    def about_groups(self) -> int:
        """An estimate of it."""

    @abstractmethod
    def batch(self, start: Place | None, size: int) -> Sequence[HitOf]: ...

    @abstractmethod
    def members(self, fingerprints: Sequence[str]) -> Iterable[Member]:
        """All copies that match, with their places."""

    def total(self) -> Total:
        """Exact, but for a great many copies folded."""
        if not self.collapse:
            return Total(self.matches)
        if self.matches > EXACT_BELOW:
            return Total(min(self.about_groups(), self.matches), Relation.ABOUT)
        return Total(self.groups())

    def first(self, limit: int) -> Sequence[FoundStatement]:
        return [placed.found for placed in islice(self.walk(None, limit), limit)]

    def walk(self, start: Place | None, wanted: int) -> Iterator[Placed[Place]]:
        """Statements from there to the end, reading ahead for about as many as are wanted."""
        for hit, group in self.hits(start, wanted):
            budget.check()
            stored, carried = hit.statement, group.carried if group else None
            yield Placed(stored.found(self.highlight(stored.statement), carried), hit.after)

    @cached_property
    def leaves(self) -> Collection[Leaf]:
        """What is highlighted of the query."""
        return frozenset(positive(self.plan.tree)) if self.highlighted else ()

    def highlight(self, statement: Statement) -> tuple[Span, ...]:
        return highlight_parts(self.leaves, statement) if self.leaves else ()

    def hits(self, start: Place | None, wanted: int) -> Iterator[tuple[HitOf, Group | None]]:
        """Each with the copies that were folded into it, None where none are to be."""
        batches = self.batches(start, wanted)
        if self.collapse:
            yield from folded(batches, self.members)
        else:
            yield from ((hit, None) for batch in batches for hit in batch)

    def batches(self, start: Place | None, size: int) -> Iterator[Sequence[HitOf]]:
        while True:
            batch = self.batch(start, size)
            yield batch
            if len(batch) < size:
                return
            start = batch[-1].after
            size = min(2 * size, LARGEST_BATCH)


def page_of(results: Iterable[Shown], limit: int) -> tuple[list[Shown], bool]:
    """The first of the results, and whether more follow."""
    shown = list(islice(results, limit + 1))
    return shown[:limit], len(shown) > limit
