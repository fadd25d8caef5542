"""What stands below the bars of a timeline: when it begins and ends, and years or months between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from api.presentation.english import mark
from schemas.dates.partial_dates import PartialDate
from schemas.page import Timeline
from schemas.query import Interval

INNER = (16, 82)  # per cent of the width: between the labels of both ends
MOST_LABELS = 4
ROOMY = 12  # bars: with fewer the picture is too narrow for more than its ends


@dataclass(frozen=True, slots=True)
class Label:
    """`place` is where it begins, in per cent of the width."""

    text: str
    place: float


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
