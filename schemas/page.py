"""What a search answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schemas.dates.partial_dates import PartialDate
from schemas.query import Interval
from schemas.statement import FoundArticle, FoundStatement


class Relation(StrEnum):
    """Whether a total is exact, only known to be at least its value, or an estimate."""

    EXACT = "eq"
    AT_LEAST = "gte"
    ABOUT = "approx"


@dataclass(frozen=True, slots=True)
class Total:
    value: int
    relation: Relation = Relation.EXACT


@dataclass(frozen=True, slots=True)
class Bucket:
    """One value of a facet and in how many statements it holds: a code, an id or a name, as filters take it."""

    value: str
    count: int
    label: str


@dataclass(frozen=True, slots=True)
class Page:
    """`next` is the cursor of the page after this one, None at the end."""

    data: tuple[FoundStatement, ...]
    total: Total
    next: str | None


@dataclass(frozen=True, slots=True)
class FacetRow:
    """A bucket as a client sees it: whether the query asks for it, and the address of the query with that reversed."""

    value: str
    label: str
    count: int
    selected: bool
    toggle: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """`next` is the cursor of the page after this one, None at the end."""

    data: tuple[FoundArticle, ...]
    total: Total
    next: str | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """One bar of a timeline: `count` of the statements found, of `all` that there are in this time.

    `start` is its first day, or the month or year that it is.
    """

    start: PartialDate
    count: int
    all: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Every stretch from the first with a match to the last, those without one included.

    `undated` is how many matches are in none of them: their date is unknown, or less exact than the interval.
    """

    interval: Interval
    stretches: tuple[Stretch, ...]
    undated: int
