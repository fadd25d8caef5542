"""When it was said or published: how many statements of a search fall into each day, week, month or year, also told
apart by act, country or outlet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import flask

from api.context import current_view
from api.openapi.blueprint import Blueprint
from api.queries.series import Breakdown, Series, break_down
from api.v1.csv_rows import BYTE_ORDER_MARK, line
from api.v1.exports import file_name
from schemas.dates.partial_dates import PartialDate
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
    by: str | None
    series: Sequence[Series]
    rest: Sequence[int]


@blueprint.operation("/timeline", query=TimingSchema, answer=TimelineSchema)
def timeline(asked: Timing) -> Bars:
    """How many statements of a search fall into each stretch of time, and what share of all that there are

    Stretches without a match are there too, from the first with one to the last. `dates` says which date counts. With
    `by`, the `top` most frequent values of that field have a series each.
    """
    view = current_view()
    found = view.timeline(asked.query, asked.interval)
    broken = break_down(view, asked.query, found, asked.by, asked.top) if asked.by else Breakdown()
    total = Total(sum(stretch.count for stretch in found.stretches) + found.undated)
    data = [Bar.of(stretch) for stretch in found.stretches]
    return Bars(data, found.interval, found.undated, total, asked.query, asked.by, broken.series, broken.rest)


@blueprint.operation("/timeline.csv", query=TimingSchema, answer="text/csv")
def timeline_csv(asked: Timing) -> flask.Response:
    """The same as a table for spreadsheets: a row for each stretch, a column for each series

    UTF-8 with a byte order mark.
    """
    text = BYTE_ORDER_MARK + "".join(map(line, table(timeline(asked))))
    response = flask.Response(text, mimetype="text/csv")
    response.headers.set("Content-Disposition", "attachment", filename=f"{file_name(asked.query)}-timeline.csv")
    return response


def table(bars: Bars) -> Iterator[Sequence[object]]:
    """A head, then a row for each stretch."""
    names = [*(series.label for series in bars.series), "rest"] if bars.by else []
    yield ["start", "count", "all", "share", *names]
    numbers = [*(series.counts for series in bars.series), bars.rest] if bars.by else []
    for place, bar in enumerate(bars.data):
        yield [bar.start, bar.count, bar.all, bar.share, *(each[place] for each in numbers)]
