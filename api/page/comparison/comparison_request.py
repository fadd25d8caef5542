"""What the address of a comparison holds: two parties, what both are asked for, and which months are looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from marshmallow import fields, post_load

from api.page.search.page_request import WhenSchema, with_dates
from api.queries.addresses import address, parameters
from schemas.dates.partial_dates import PartialDate
from schemas.query import Interval, StatementQuery
from schemas.wire.parameters import ChoiceField, DateParameter
from schemas.wire.query import FilterSchema

ENDPOINT = "comparison.comparison"


@dataclass(frozen=True, slots=True)
class ComparisonRequest:
    """`a` and `b` are texts, "" for none yet. `until` is the last month shown, None for the last there is. `query` says
    nothing of who speaks.
    """

    query: StatementQuery
    a: str = ""
    b: str = ""
    until: PartialDate | None = None
    interval: Interval | None = None

    @property
    def sides(self) -> dict[str, str]:
        return {"a": self.a, "b": self.b}

    @property
    def more(self) -> dict[str, tuple[str, ...]]:
        given = {**self.sides, "until": self.until, "interval": self.interval}
        return {name: (str(value),) for name, value in given.items() if value}

    def parameters(self) -> dict[str, list[str]]:
        return {name: [value] for name, value in parameters(self.query, **self.more).items()}

    def address(self) -> str:
        return address(ENDPOINT, self.query, **self.more)

    def with_sides(self, values: Mapping[str, str]) -> ComparisonRequest:
        """With other parties, each by its side."""
        sides = {**self.sides, **values}
        return replace(self, a=sides["a"], b=sides["b"])

    def address_of(self, query: StatementQuery) -> str:
        """Of the same parties, asked for something else."""
        return replace(self, query=query, until=None).address()

    def address_by(self, interval: Interval) -> str:
        """The same with the timelines drawn by another interval."""
        return replace(self, interval=interval).address()

    def address_until(self, month: PartialDate | None) -> str:
        return replace(self, until=month).address()


class ComparisonSchema(WhenSchema, FilterSchema):
    class Meta(FilterSchema.Meta):
        exclude: ClassVar = ("speaker_country", "speaker_id")  # which a and b say

    a = fields.String(load_default="")
    b = fields.String(load_default="")
    until = DateParameter(load_default=None)
    interval = ChoiceField(Interval, load_default=None)

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> ComparisonRequest:
        a, b, until, interval = (data.pop(name) for name in ("a", "b", "until", "interval"))
        return ComparisonRequest(super().build(with_dates(data)), a.strip(), b.strip(), until, interval)
