"""What the search page's address holds beyond a query: how its timeline is drawn, and the way back.

Cursors lead only onwards, so the address of a page carries those of the pages before.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from marshmallow import ValidationError, fields, post_load, pre_load, validates_schema

from api.page.chart.split import SPLITS
from api.queries.addresses import Addresses, address, addresses, parameters
from schemas.dates.asked_dates import Days, readings
from schemas.dates.written_dates import shown
from schemas.identity.body_lookup import is_body
from schemas.query import Interval, StatementQuery
from schemas.wire.base import Schema
from schemas.wire.parameters import ChoiceField, ManyField, Written, mistake, values
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


class WhenField(fields.Field[Days]):
    """When, in words, read from today on."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Days:
        try:
            found = readings(str(value), datetime.now(UTC).date())
        except ValueError as error:
            detail, _, hint = str(error).partition(": ")
            raise mistake("bad-date", detail, hint) from None
        if len(found) > 1:
            raise mistake("bad-date", f"{shown(str(value))} may mean several dates. Which one?")
        return found[0]


def values_if_any(texts: Sequence[str]) -> Sequence[Written]:
    """None of what is no list: its fault is told elsewhere."""
    try:
        return values(texts)
    except ValidationError:
        return ()


class WhenSchema(Schema):
    """The box for dates in words, beside a schema that has `from` and `to`."""

    when = WhenField(load_default=None)

    @validates_schema
    def check_when(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        if data["when"] and (data["date_from"] or data["date_to"]):
            told = mistake("repeated-parameter", "when says the same as from and to: one of them is enough")
            raise ValidationError({"when": told.messages})


def with_dates(data: dict[str, Any]) -> dict[str, Any]:
    """What was loaded, with the dates that `when` says in its place."""
    when = data.pop("when")
    return data | {"date_from": when.first, "date_to": when.last} if when else data


class PageRequestSchema(WhenSchema, StatementQuerySchema):
    interval = ChoiceField(Interval, load_default=None)
    by = ChoiceField(SPLITS, load_default=None)
    trail = ManyField(fields.String())

    @pre_load
    def take_bodies(self, data: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
        """Who speaks for the EU is asked for by organisation; a box takes bodies or countries."""
        named = [each.text for each in values_if_any(data.get("speaker_country", ()))]
        if named and "organisation" not in data and all(map(is_body, named)):
            data = {name: given for name, given in data.items() if name != "speaker_country"} | {"organisation": named}
        return data

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> PageRequest:
        interval, by, trail = data.pop("interval"), data.pop("by"), data.pop("trail")
        return PageRequest(super().build(with_dates(data)), interval, by, trail)
