"""The bars of a timeline told apart by a field: how they are stacked, and what the legend says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from api.page.chart.axis import Axis
from api.presentation.english import facet_value
from api.queries.series import break_down
from schemas.fields import FILTERS
from schemas.page import Timeline
from schemas.query import StatementQuery
from search.engine import View

SPLITS = ("act", "kind", "speaker_country", "target", "source")
MOST = 5  # series: more could not be told apart by colour and pattern
REST = "others"


@dataclass(frozen=True, slots=True)
class Entry:
    """Of the legend. `pattern` is a number from 0; `query` is the search for it alone, None for the rest."""

    label: str
    count: int
    pattern: int
    query: StatementQuery | None


@dataclass(frozen=True, slots=True)
class Part:
    """Of a bar: it stands between `bottom` and `top`, of 100."""

    pattern: int
    count: int
    bottom: int
    top: int


@dataclass(frozen=True, slots=True)
class Split:
    """`numbers` has, for each bar, a number for each entry of the legend."""

    by: str
    legend: Sequence[Entry]
    numbers: Sequence[Sequence[int]]

    @property
    def label(self) -> str:
        return FILTERS[self.by].label

    @property
    def highest(self) -> int:
        """How many all parts of a bar are: a statement with several values is in several of them."""
        return max((sum(each) for each in self.numbers), default=0)

    def drawn(self, axis: Axis) -> Iterator[tuple[int, Sequence[tuple[int, Part]]]]:
        """By pattern, its parts of all bars, each with the place of its bar among them."""
        patterns, scale = [entry.pattern for entry in self.legend], axis.length / axis.top
        parts = [(bar, part) for bar, each in enumerate(self.numbers) for part in stacked(each, patterns, scale)]
        for pattern in patterns:
            yield pattern, [(bar, part) for bar, part in parts if part.pattern == pattern]


@dataclass(frozen=True, slots=True)
class Choice:
    """Of how the timeline is drawn."""

    label: str
    address: str
    current: bool


def choices(by: str | None, address: Callable[[str | None], str]) -> Iterator[Choice]:
    """`address` is that of the same page with the bars told apart by another field, or by none."""
    yield Choice("nothing", address(None), by is None)
    for name in SPLITS:
        yield Choice(FILTERS[name].label.lower(), address(name), name == by)


def split(view: View, query: StatementQuery, timeline: Timeline, by: str) -> Split:
    found = break_down(view, query, timeline, by, MOST)
    series = [each.counts for each in found.series]
    legend = [
        Entry(
            label=facet_value(by, each.value, each.label),
            count=each.count,
            pattern=place,
            query=replace(query, filters=query.filters.replace(**{by: (each.value,)}), cursor=None),
        )
        for place, each in enumerate(found.series)
    ]
    if any(found.rest):
        legend.append(Entry(REST, sum(found.rest), MOST, None))
        series.append(found.rest)
    return Split(by, legend, list(zip(*series, strict=True)))


def stacked(counts: Sequence[int], patterns: Sequence[int], scale: float) -> list[Part]:
    """Each part at least one high, so that it is seen."""
    parts: list[Part] = []
    lowest = 0
    for pattern, count, end in zip(patterns, counts, accumulate(counts), strict=True):
        if count:
            top = max(round(end * scale), lowest + 1)
            parts.append(Part(pattern, count, lowest, top))
            lowest = top
    return parts
