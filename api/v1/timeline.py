"""When it was said or published: how many statements of a search fall into each day, week, month or year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.context import current_engine
from api.openapi.blueprint import Blueprint
from schemas.dates import PartialDate
from schemas.page import Stretch, Total
from schemas.query import Interval, StatementQuery
from schemas.wire.page import TimelineSchema
from schemas.wire.query import Timing, TimingSchema

SHARE = ".4g"  # digits that count: a share of one in a million still shows

blueprint = Blueprint("timeline", __name__, url_prefix="/v1", description="When it was said or published")


@dataclass(frozen=True, slots=True)
class Bar:
    start: PartialDate
    count: int
    all: int
    share: float | None

    @classmethod
    def of(cls, stretch: Stretch) -> Bar:
        share = float(format(stretch.count / stretch.all, SHARE)) if stretch.all else None
        return cls(stretch.start, stretch.count, stretch.all, share)


@dataclass(frozen=True, slots=True)
class Bars:
    data: Sequence[Bar]
    interval: Interval
    undated: int
    total: Total
    applied: StatementQuery


@blueprint.operation("/timeline", query=TimingSchema, answer=TimelineSchema)
def timeline(asked: Timing) -> Bars:
    """How many statements of a search fall into each stretch of time, and what share of all that there are

    Stretches without a match are there too, from the first with one to the last. `dates` says which date counts.
    """
    found = current_engine().timeline(asked.query, asked.interval)
    total = Total(sum(stretch.count for stretch in found.stretches) + found.undated)
    return Bars([Bar.of(stretch) for stretch in found.stretches], found.interval, found.undated, total, asked.query)
