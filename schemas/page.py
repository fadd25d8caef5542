"""What a search answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schemas.statement import FoundStatement


class Relation(StrEnum):
    """Whether a total is exact or only known to be at least its value."""

    EXACT = "eq"
    AT_LEAST = "gte"


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
