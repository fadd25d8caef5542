"""A timeline as bars to draw: what each shows, how high it stands, and the search that it stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from api.page.timeline_split import Choice, Split, split
from api.presentation.english import INTERVALS, day, mark
from schemas.dates import PartialDate
from schemas.page import Stretch, Timeline
from schemas.query import Interval, StatementQuery
from search.engine import View

MOST_BARS = 400  # a year by day: more would be thinner than a pixel, and as many links
COLUMN, HEIGHT, DEPTH = 10, 100, 30
LEAST = 3  # whatever was found is seen
INNER = (16, 82)  # per cent of the width: between the labels of both ends
MOST_LABELS = 4
ROOMY = 12  # bars: with fewer the picture is too narrow for more than its ends


@dataclass(frozen=True, slots=True)
class Bar:
    """What is drawn in a column 10 wide, which begins at `place`: `height` of 100 upwards, `depth` of 30 downwards.

    `share` is of all statements of that time, in per cent. `query` is the search with the bar's dates.
    """

    label: str
    count: int
    all: int
    share: float
    place: int
    height: int
    depth: int
    query: StatementQuery


@dataclass(frozen=True, slots=True)
class Label:
    """`place` is where it begins, in per cent of the width."""

    text: str
    place: float


@dataclass(frozen=True, slots=True)
class Chart:
    """`note` says why it is not drawn by the interval that was asked for.

    `compared` is whether shares are shown: without filters each is all there is, and parts leave no room for them.
    """

    interval: Interval
    bars: Sequence[Bar]
    labels: Sequence[Label]
    choices: Sequence[Choice]
    undated: int
    note: str
    split: Split | None = None

    @property
    def highest(self) -> int:
        return max(bar.count for bar in self.bars)

    @property
    def greatest_share(self) -> float:
        return max(bar.share for bar in self.bars)

    @property
    def compared(self) -> bool:
        return self.split is None and any(bar.count < bar.all for bar in self.bars)


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
    found = view.timeline(query)
    if not found.stretches:
        return None
    drawable = [each for each in Interval if each is Interval.YEAR or length(found, each) <= MOST_BARS]
    note = ""
    if interval and interval not in drawable:
        note = f"By {interval} there would be too many bars to draw: narrow the dates first."
    elif interval and not (asked := view.timeline(query, interval)).stretches:
        note = f"By {interval} there is nothing to draw: no date is known so exactly."
    elif interval:
        found = asked
    if len(found.stretches) < 2 and not interval:
        return None
    choices = [Choice(INTERVALS[each], address(each), each is found.interval) for each in drawable]
    parts = split(view, query, found, by, HEIGHT) if by else None
    return Chart(found.interval, bars(found, query), labels(found), choices, found.undated, note, parts)


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


def bars(timeline: Timeline, query: StatementQuery) -> Sequence[Bar]:
    highest = max((stretch.count for stretch in timeline.stretches), default=0) or 1
    greatest = max((share(stretch) for stretch in timeline.stretches), default=0) or 1
    return [
        Bar(
            label=label(stretch, timeline.interval),
            count=stretch.count,
            all=stretch.all,
            share=share(stretch),
            place=COLUMN * at,
            height=tall(stretch.count / highest, HEIGHT),
            depth=tall(share(stretch) / greatest, DEPTH),
            query=replace(query, date_from=stretch.start, date_to=ends(stretch, timeline.interval), cursor=None),
        )
        for at, stretch in enumerate(timeline.stretches)
    ]


def share(stretch: Stretch) -> float:
    return 100 * stretch.count / stretch.all if stretch.all else 0.0


def tall(part: float, most: int) -> int:
    return max(LEAST, round(most * part)) if part else 0


def ends(stretch: Stretch, interval: Interval) -> PartialDate:
    if interval is not Interval.WEEK:
        return stretch.start
    first = stretch.start.first_day
    return PartialDate.of(first + min(timedelta(days=6), date.max - first))  # time ends on a Friday


def label(stretch: Stretch, interval: Interval) -> str:
    return f"Week of {day(stretch.start)}" if interval is Interval.WEEK else day(stretch.start)


def labels(timeline: Timeline) -> Sequence[Label]:
    """Both ends, and where years begin, or months within few of them, thinned out so that none touch."""
    room = len(timeline.stretches) >= ROOMY
    inner = [each for each in beginnings(timeline) if room and INNER[0] <= each.place <= INNER[1]]
    thinned = inner[:: -(-len(inner) // MOST_LABELS) or 1]
    first, last = (mark(timeline.stretches[at].start) for at in (0, -1))
    return [Label(first, 0), *thinned, Label(last, 100)]


def beginnings(timeline: Timeline) -> Iterator[Label]:
    starts = [stretch.start for stretch in timeline.stretches]
    by_year = timeline.interval in (Interval.MONTH, Interval.YEAR) or starts[-1].year - starts[0].year > 1
    for place, (before, now) in enumerate(pairwise(starts), 1):
        if by_year and before.year != now.year:
            yield Label(str(now.year), round(100 * place / len(starts), 1))
        elif not by_year and before.month != now.month:
            yield Label(mark(PartialDate(now.year, now.month)), round(100 * place / len(starts), 1))
