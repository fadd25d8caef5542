"""A page of results with the way back: cursors lead only onwards, so an address carries those of the pages before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from marshmallow import fields, post_load

from api.addresses import address, parameters
from schemas.query import StatementQuery
from schemas.wire.parameters import ManyField
from schemas.wire.query import StatementQuerySchema

MAX_TRAIL = 30  # an address must stay below the 8,190 bytes that servers take


@dataclass(frozen=True, slots=True)
class Visit:
    """A query, and the cursors of the pages before this one but the first, which has none."""

    query: StatementQuery
    trail: tuple[str, ...] = ()

    def parameters(self) -> dict[str, list[str]]:
        return {name: [value] for name, value in parameters(self.query, trail=self.trail).items()}

    def address(self) -> str:
        return address("pages.index", self.query, trail=self.trail)

    def at(self, cursor: str) -> Visit:
        """The page after this one."""
        passed = (*self.trail, self.query.cursor) if self.query.cursor else self.trail
        return Visit(replace(self.query, cursor=cursor), passed[-MAX_TRAIL:])

    @property
    def before(self) -> Visit | None:
        """The page before this one: None on the first; beyond the longest trail, the first."""
        if not self.query.cursor:
            return None
        return Visit(replace(self.query, cursor=self.trail[-1] if self.trail else None), self.trail[:-1])


class VisitSchema(StatementQuerySchema):
    trail = ManyField(fields.String())

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Visit:
        trail = data.pop("trail")
        return Visit(super().build(data), trail)
