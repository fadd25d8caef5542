"""What became of an article that a client sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

TOO_LONG = "text-too-long"  # to be split by the request that brings it


class Outcome(StrEnum):
    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SUPERSEDED = "superseded"  # a later one of the same request has its id
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Received:
    """`statements` is how many were stored now, None where none were.

    `places` are the members at fault ("published_on"), "" for the article as a whole, each with why; `code` names the
    kind of fault for programs.
    """

    outcome: Outcome
    id: str | None = None
    statements: int | None = None
    places: Sequence[tuple[str, str]] = ()
    code: str = "invalid-article"
