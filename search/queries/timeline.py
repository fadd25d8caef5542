"""Counts over time: which interval suits, and every stretch of it from the first with a match to the last.

Dates are counted by fields of search/documents/index_fields.py, each a number: the day, the month or the year, and
only where a date is known that exactly. So nothing is counted where it may not belong. Weeks are counted by day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from schemas.dates.partial_dates import PartialDate
from schemas.page import Stretch, Timeline
from schemas.query import Interval
from search.errors import QueryError

MOST_STRETCHES = 4_000
MOST_BARS = 120  # of an interval chosen by us: ten years by month, or two by week, still fit a picture
ENOUGH = 0.9  # of all that have a date: an interval chosen by us is so coarse that it shows as many


@dataclass(frozen=True, slots=True)
class Extent:
    """How many have a value in a field, and the least and the greatest of these."""

    count: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Scale:
    """Stretches of `width` values of the field `part` of a date, of which one begins at `origin`."""

    part: str
    width: int = 1
    origin: int = 0

    def start(self, value: int) -> int:
        return value - (value - self.origin) % self.width


SCALES: Mapping[Interval, Scale] = {
    Interval.DAY: Scale("day"),
    Interval.WEEK: Scale("day", width=7, origin=date(1, 1, 1).toordinal()),  # a Monday
    Interval.MONTH: Scale("month"),
    Interval.YEAR: Scale("year"),
}
PARTS = ("day", "month", "year")

Extents = Mapping[str, Extent | None]  # by part; None where no date is known that exactly
Counts = Mapping[int, int]  # by the first value of the stretch; those of none may be left out


@dataclass(frozen=True, slots=True)
class Ruler:
    """The interval in force and the stretches to count: from that which begins at `first` to that at `last`."""

    interval: Interval
    first: int
    last: int

    @property
    def scale(self) -> Scale:
        return SCALES[self.interval]

    @property
    def end(self) -> int:
        """The last value that falls into them."""
        return self.last + self.scale.width - 1

    @property
    def length(self) -> int:
        return (self.last - self.first) // self.scale.width + 1

    @classmethod
    def of(cls, interval: Interval, extent: Extent) -> Ruler:
        scale = SCALES[interval]
        return cls(interval, scale.start(extent.first), scale.start(extent.last))

    @classmethod
    def over(cls, timeline: Timeline) -> Ruler:
        """That of a timeline which has stretches."""
        first, last = (value(timeline.interval, timeline.stretches[at].start) for at in (0, -1))
        return cls(timeline.interval, first, last)

    @property
    def starts(self) -> Sequence[int]:
        return range(self.first, self.last + 1, self.scale.width)

    def timeline(self, counts: Counts, alls: Counts, undated: int) -> Timeline:
        stretches = (Stretch(begins(self.interval, at), counts.get(at, 0), alls.get(at, 0)) for at in self.starts)
        return Timeline(self.interval, tuple(stretches), undated)

    def counted(self, counts: Counts) -> tuple[int, ...]:
        """One number for each stretch."""
        return tuple(counts.get(at, 0) for at in self.starts)


def ruler(interval: Interval | None, extents: Extents) -> Ruler | None:
    """What to count by; None where no match has a date that is exact enough.

    QueryError where the interval asked for would give too many stretches. Years never do.
    """
    if interval is None:
        return chosen(extents)
    extent = extents[SCALES[interval].part]
    if extent is None:
        return None
    wanted = Ruler.of(interval, extent)
    if wanted.length > MOST_STRETCHES and interval is not Interval.YEAR:
        raise too_many(wanted, extents)
    return wanted


def chosen(extents: Extents) -> Ruler | None:
    """The finest that fits a picture and shows almost all that have a date."""
    dated = extents["year"]
    if dated is None:
        return None
    for interval in Interval:
        extent = extents[SCALES[interval].part]
        if extent and extent.count >= ENOUGH * dated.count:
            fitting = Ruler.of(interval, extent)
            if fitting.length <= MOST_BARS:
                return fitting
    return Ruler.of(Interval.YEAR, dated)


def too_many(wanted: Ruler, extents: Extents) -> QueryError:
    coarser = list(Interval)[list(Interval).index(wanted.interval) + 1 :]
    fits = (each for each in coarser if (found := ruler_length(each, extents)) and found <= MOST_STRETCHES)
    instead = next(fits, Interval.YEAR)
    detail = f"there would be {wanted.length:,} stretches by {wanted.interval}, more than {MOST_STRETCHES:,}"
    hint = f"use {instead}, or narrow the search by its dates"
    return QueryError("too-many-stretches", detail, "interval", hint=hint)


def ruler_length(interval: Interval, extents: Extents) -> int:
    extent = extents[SCALES[interval].part]
    return Ruler.of(interval, extent).length if extent else 0


def begins(interval: Interval, value: int) -> PartialDate:
    match interval:
        case Interval.YEAR:
            return PartialDate(value)
        case Interval.MONTH:
            return PartialDate(value // 12, value % 12 + 1)
    return PartialDate.of(date.fromordinal(value))


def value(interval: Interval, start: PartialDate) -> int:
    """Of the field, by where its stretch begins."""
    match interval:
        case Interval.YEAR:
            return start.year
        case Interval.MONTH:
            return start.year * 12 + (start.month or 1) - 1
    return start.first_day.toordinal()


def aligned(timelines: Sequence[Timeline]) -> Sequence[Timeline]:
    """Each with the same stretches, from the first of any to the last. All must be by one interval.

    `all` is 0 in stretches that a timeline did not have: there it was not counted.
    """
    known = [each for each in timelines if each.stretches]
    if not known:
        return timelines
    interval = known[0].interval
    values = [value(interval, each.stretches[at].start) for each in known for at in (0, -1)]
    starts = [begins(interval, at) for at in range(min(values), max(values) + 1, SCALES[interval].width)]
    return [replace(each, interval=interval, stretches=padded(each, starts)) for each in timelines]


def padded(timeline: Timeline, starts: Sequence[PartialDate]) -> tuple[Stretch, ...]:
    known = {stretch.start: stretch for stretch in timeline.stretches}
    return tuple(known.get(start) or Stretch(start, 0, 0) for start in starts)
