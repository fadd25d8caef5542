"""Timelines side by side have the same stretches."""

import pytest

from schemas.dates.partial_dates import PartialDate
from schemas.page import Stretch, Timeline
from schemas.query import Interval
from search.queries.timeline import aligned, begins, value


def timeline(interval: Interval, *starts: str) -> Timeline:
    return Timeline(interval, tuple(Stretch(PartialDate.parse(start), 2, 5) for start in starts), 1)


def shown(timeline: Timeline) -> list[tuple[str, int]]:
    return [(str(stretch.start), stretch.count) for stretch in timeline.stretches]


@pytest.mark.parametrize(
    ("interval", "start"),
    [(Interval.YEAR, "2023"), (Interval.MONTH, "2023-12"), (Interval.WEEK, "2023-12-25"), (Interval.DAY, "2024-02-29")],
)
def test_a_value_is_where_its_stretch_begins(interval: Interval, start: str) -> None:
    assert str(begins(interval, value(interval, PartialDate.parse(start)))) == start


def test_each_has_the_stretches_from_the_first_of_any_to_the_last() -> None:
    one, other = aligned(
        [timeline(Interval.MONTH, "2023-12", "2024-01"), timeline(Interval.MONTH, "2024-01", "2024-02")]
    )
    assert shown(one) == [("2023-12", 2), ("2024-01", 2), ("2024-02", 0)]
    assert shown(other) == [("2023-12", 0), ("2024-01", 2), ("2024-02", 2)]
    assert (one.undated, one.stretches[2].all) == (1, 0)


def test_weeks_are_seven_days_apart() -> None:
    one, other = aligned([timeline(Interval.WEEK, "2023-12-25"), timeline(Interval.WEEK, "2024-01-08")])
    assert shown(one) == [("2023-12-25", 2), ("2024-01-01", 0), ("2024-01-08", 0)]
    assert len(other.stretches) == 3


def test_one_without_any_has_those_of_the_others() -> None:
    empty, other = aligned([timeline(Interval.YEAR), timeline(Interval.MONTH, "2024-01")])
    assert (empty.interval, shown(empty)) == (Interval.MONTH, [("2024-01", 0)])
    assert shown(other) == [("2024-01", 2)]
    assert aligned([timeline(Interval.YEAR)]) == [timeline(Interval.YEAR)]
