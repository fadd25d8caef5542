"""What the search page's address holds beyond a query: how its timeline is drawn, and the way back.

Cursors lead only onwards, so the address of a page carries those of the pages before.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from marshmallow import fields, post_load

from api.page.chart.split import SPLITS
from api.queries.addresses import Addresses, address, addresses, parameters
from schemas.query import Interval, StatementQuery
from schemas.wire.parameters import ChoiceField, ManyField
from schemas.wire.query import StatementQuerySchema

MAX_TRAIL = 30  # an address must stay below the 8,190 bytes that servers take


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A query, the timeline's interval (None: whatever suits), the field that tells its bars apart, and the way here.

    `trail` holds the cursors of the pages before this one but the first, which has none.
    """

    query: StatementQuery
    interval: Interval | None = None
    by: str | None = None
    trail: tuple[str, ...] = ()

    def parameters(self) -> dict[str, list[str]]:
        return {name: [value] for name, value in parameters(self.query, **self.kept, trail=self.trail).items()}

    def address(self) -> str:
        return address("pages.index", self.query, **self.kept, trail=self.trail)

    @property
    def kept(self) -> Mapping[str, Collection[str]]:
        """What other searches keep of this one."""
        kept = {"interval": self.interval, "by": self.by}
        return {name: (value,) for name, value in kept.items() if value}

    def addresses(self) -> Addresses:
        """The addresses of other searches as they are looked at here."""
        return addresses("pages.index", **self.kept)

    def address_by(self, interval: Interval) -> str:
        """The same with the timeline drawn by another interval."""
        return replace(self, interval=interval).address()

    def address_split(self, by: str | None) -> str:
        """The same with its bars told apart by another field, or by none."""
        return replace(self, by=by).address()

    def next(self, cursor: str) -> PageRequest:
        """The page after this one."""
        passed = (*self.trail, self.query.cursor) if self.query.cursor else self.trail
        return replace(self, query=replace(self.query, cursor=cursor), trail=passed[-MAX_TRAIL:])

    @property
    def previous(self) -> PageRequest | None:
        """The page before this one: None on the first; beyond the longest trail, the first."""
        if not self.query.cursor:
            return None
        cursor = self.trail[-1] if self.trail else None
        return replace(self, query=replace(self.query, cursor=cursor), trail=self.trail[:-1])


class PageRequestSchema(StatementQuerySchema):
    interval = ChoiceField(Interval, load_default=None)
    by = ChoiceField(SPLITS, load_default=None)
    trail = ManyField(fields.String())

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> PageRequest:
        interval, by, trail = data.pop("interval"), data.pop("by"), data.pop("trail")
        return PageRequest(super().build(data), interval, by, trail)
