from itertools import pairwise

from api.page.chart.labels import labels
from schemas.dates.partial_dates import PartialDate
from schemas.page import Stretch, Timeline
from schemas.query import Interval


def of(interval: Interval, *starts: PartialDate) -> Timeline:
    return Timeline(interval, tuple(Stretch(start, 1, 1) for start in starts), 0)


def months(year: int, first: int, how_many: int) -> Timeline:
    return of(
        Interval.MONTH,
        *(PartialDate(year + at // 12, at % 12 + 1) for at in range(first - 1, first - 1 + how_many)),
    )


def test_labels_stand_at_both_ends_and_where_years_begin() -> None:
    assert [(label.text, label.place) for label in labels(months(2021, 11, 20))] == [
        ("Nov 2021", 0),
        ("2023", 70.0),
        ("Jun 2023", 100),
    ]


def test_labels_of_few_years_are_months_and_never_touch() -> None:
    weeks = of(Interval.WEEK, *(PartialDate.of(PartialDate(2024, month).first_day) for month in range(1, 13)))
    found = labels(weeks)
    assert [label.text for label in found] == [
        "1 Jan 2024",
        "Mar 2024",
        "May 2024",
        "Jul 2024",
        "Sep 2024",
        "1 Dec 2024",
    ]
    assert min(after.place - before.place for before, after in pairwise(found)) > 15
    assert len(labels(months(1990, 1, 400))) <= 6
