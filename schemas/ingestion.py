"""What became of an article that a client sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

TOO_LONG = "text-too-long"  # to be split by the request that brings it


class Outcome(StrEnum):
    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SUPERSEDED = "superseded"  # a later one of the same request has its id
    REFUSED = "refused"


class Flaw(NamedTuple):
    """`member` is what is at fault ("published_on", "statements.0.kind"), "" for the article as a whole."""

    member: str
    reason: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """`statements` is how many were stored now, None where none were. `language` is what the article is written in,
    `split` whether that is split into statements; None where it was refused.

    `flaws` are why it was refused, `code` names their kind for programs; `warnings` are what it was taken without.
    """

    outcome: Outcome
    id: str | None = None
    statements: int | None = None
    language: str | None = None
    split: bool | None = None
    flaws: Sequence[Flaw] = ()
    warnings: Sequence[Flaw] = ()
    code: str = "invalid-article"
