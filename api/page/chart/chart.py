"""A timeline as bars to draw: what each shows, how high it stands, and the search that it stands for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from api.page.chart.axis import Axis
from api.page.chart.labels import Label, labels
from api.page.chart.split import Choice, Split, split
from api.presentation.english import INTERVALS, day
from api.queries.refinement import during
from schemas.dates.partial_dates import PartialDate
from schemas.page import Stretch, Timeline
from schemas.query import Interval, StatementQuery
from search.engine import View
from search.errors import QueryError
from search.queries.timeline import aligned

MOST_BARS = 400  # a year by day: more would be thinner than a pixel
MOST_SPLIT = 60  # five years by month: patterns of narrower bars could not be told apart, and weigh six times as much
COLUMN, HEIGHT, DEPTH = 10, 100, 30
LEAST_BASE = 20  # statements by anybody: a share of fewer says nothing


@dataclass(frozen=True, slots=True)
class Bar:
    """What is drawn in a column 10 wide, which begins at `place`: `height` of 100 upwards, `depth` of 30 downwards.

    `share` is of all statements of that time, in per cent, None where these are too few. `query` is the search with the
    bar's dates.
    """

    label: str
    count: int
    all: int
    share: float | None
    place: int
    height: int
    depth: int
    query: StatementQuery


@dataclass(frozen=True, slots=True)
class Chart:
    """`note` says why it is not drawn by the interval that was asked for.

    `axis` is that of the bars, or of their parts where they are told apart; `shares` is that of the shares.
    """

    query: StatementQuery
    interval: Interval
    bars: Sequence[Bar]
    axis: Axis
    shares: Axis
    labels: Sequence[Label]
    choices: Sequence[Choice]
    undated: int
    note: str
    split: Split | None = None

    @property
    def narrowed(self) -> bool:
        """Whether there is more than what was found: without filters each share is all there is."""
        return any(bar.count < bar.all for bar in self.bars)

    @property
    def compared(self) -> bool:
        """Whether shares are shown: parts leave no room for them."""
        return self.split is None and self.narrowed and any(bar.share for bar in self.bars)

    @property
    def unshared(self) -> int:
        """How many bars lack a share that others have, or would have."""
        return sum(bar.count > 0 and bar.share is None for bar in self.bars) if self.narrowed and not self.split else 0


def chart(
    view: View,
    query: StatementQuery,
    interval: Interval | None,
    address: Callable[[Interval], str],
    by: str | None = None,
) -> Chart | None:
    """None where there is nothing to compare over time. `address` is that of the same page by another interval; `by` is
    a field that tells the parts of each bar apart.
    """
    drawn = charts(view, (query,), interval, address, by)
    return drawn[0] if drawn else None


def charts(
    view: View,
    queries: Sequence[StatementQuery],
    interval: Interval | None,
    address: Callable[[Interval], str],
    by: str | None = None,
    counted: Sequence[Timeline] = (),
) -> Sequence[Chart]:
    """One for each query, all by one interval, over the same time and on the same axes; none where there is nothing to
    compare over time. `counted` are their timelines over the same stretches, where they are known by some interval.
    """
    most = MOST_SPLIT if by else MOST_BARS
    found = counted or suiting_timelines(view, queries, interval, most)
    if not found or not found[0].stretches:
        return ()
    drawable = [each for each in Interval if each is Interval.YEAR or length(found[0], each) <= most]
    suiting = list(Interval)[list(Interval).index(found[0].interval) :]
    wanted = next(each for each in (interval, *suiting) if each in drawable)
    note = ""
    if interval not in (None, *drawable):
        note = f"By {interval} there would be too many bars to draw: narrow the dates first."
    if wanted is not found[0].interval:
        asked = timelines(view, queries, wanted)
        if asked[0].stretches:
            found = asked
        else:
            note = f"By {wanted} there is nothing to draw: no date is known so exactly."
    if len(found[0].stretches) < 2 and not interval:
        return ()
    splits = [split(view, query, each, by) if by else None for each, query in zip(found, queries, strict=True)]
    axis, shares = axes(found, splits)
    choices = [Choice(INTERVALS[each], address(each), each is found[0].interval) for each in drawable]
    return [
        Chart(
            query=query,
            interval=each.interval,
            bars=bars(each, query, axis, shares),
            axis=axis,
            shares=shares,
            labels=labels(each),
            choices=choices,
            undated=each.undated,
            note=note,
            split=parts,
        )
        for each, query, parts in zip(found, queries, splits, strict=True)
    ]


def suiting_timelines(
    view: View, queries: Sequence[StatementQuery], interval: Interval | None, most: int
) -> Sequence[Timeline]:
    """By the interval asked for, if there is something to draw by it, and not too much."""
    if interval:
        with suppress(QueryError):  # too many to count; what is wrong with a query the next one tells
            asked = timelines(view, queries, interval)
            if asked and (0 < len(asked[0].stretches) <= most or interval is Interval.YEAR):
                return asked
    return timelines(view, queries)


def timelines(view: View, queries: Sequence[StatementQuery], interval: Interval | None = None) -> Sequence[Timeline]:
    """Over the same stretches: of the coarsest interval that suits one of them, where none is asked for."""
    found = [view.timeline(query, interval) for query in queries]
    coarsest = max((each.interval for each in found if each.stretches), key=list(Interval).index, default=None)
    same = [
        each if coarsest in (None, each.interval) else view.timeline(query, coarsest)
        for each, query in zip(found, queries, strict=True)
    ]
    return aligned(same)


def axes(found: Sequence[Timeline], splits: Sequence[Split | None]) -> tuple[Axis, Axis]:
    """Of counts and of shares, which all of these have room on."""
    stretches = [stretch for timeline in found for stretch in timeline.stretches]
    highest = max(each.count for each in stretches)
    stacked = max((each.highest for each in splits if each), default=0)
    greatest = max((part for each in stretches if (part := share(each))), default=100.0)
    return Axis.of_counts(max(highest, stacked), HEIGHT), Axis.of_shares(greatest, DEPTH)


def length(timeline: Timeline, interval: Interval) -> int:
    """How many stretches the same time has by another interval, at most."""
    first, last = timeline.stretches[0].start.first_day, ends(timeline.stretches[-1], timeline.interval).last_day
    match interval:
        case Interval.DAY:
            return (last - first).days + 1
        case Interval.WEEK:
            return (last - first).days // 7 + 2
        case Interval.MONTH:
            return (last.year - first.year) * 12 + last.month - first.month + 1
        case Interval.YEAR:
            return last.year - first.year + 1


def bars(timeline: Timeline, query: StatementQuery, axis: Axis, shares: Axis) -> Sequence[Bar]:
    return [
        Bar(
            label=label(stretch, timeline.interval),
            count=stretch.count,
            all=stretch.all,
            share=share(stretch),
            place=COLUMN * at,
            height=axis.tall(stretch.count),
            depth=shares.tall(share(stretch) or 0),
            query=during(query, stretch.start, ends(stretch, timeline.interval)),
        )
        for at, stretch in enumerate(timeline.stretches)
    ]


def share(stretch: Stretch) -> float | None:
    return 100 * stretch.count / stretch.all if stretch.all >= LEAST_BASE else None


def ends(stretch: Stretch, interval: Interval) -> PartialDate:
    if interval is not Interval.WEEK:
        return stretch.start
    first = stretch.start.first_day
    return PartialDate.of(first + min(timedelta(days=6), date.max - first))  # time ends on a Friday


def label(stretch: Stretch, interval: Interval) -> str:
    return f"Week of {day(stretch.start)}" if interval is Interval.WEEK else day(stretch.start)
