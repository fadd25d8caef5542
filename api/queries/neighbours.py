"""The statements before and after one in its article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.statement import Statement


@dataclass(frozen=True, slots=True)
class Neighbours:
    before: Statement | None
    after: Statement | None


def neighbours(statements: Sequence[Statement], statement_id: str) -> Neighbours:
    """None of an article that has been replaced since the statement was read, and has it no longer."""
    ids = [each.id for each in statements]
    if statement_id not in ids:
        return Neighbours(None, None)
    at = ids.index(statement_id)
    around = [None, *statements, None]
    return Neighbours(around[at], around[at + 2])
