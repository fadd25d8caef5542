from itertools import pairwise

from api.page.timeline_chart import MOST_BARS, bars, chart, labels, length
from schemas.dates import PartialDate
from schemas.filters import Filters
from schemas.page import Stretch, Timeline
from schemas.query import Interval, StatementQuery
from search.engine import Engine

WEEKS = StatementQuery(filters=Filters(source=("lowland-gazette", "harbour-post")), date_from=PartialDate(2024))


def timeline(interval: Interval, *counts: tuple[PartialDate, int, int]) -> Timeline:
    return Timeline(interval, tuple(Stretch(*each) for each in counts), 0)


def months(year: int, first: int, how_many: int) -> Timeline:
    starts = (PartialDate(year + at // 12, at % 12 + 1) for at in range(first - 1, first - 1 + how_many))
    return timeline(Interval.MONTH, *((start, 1, 1) for start in starts))


def test_bars_stand_in_relation_to_the_highest_and_to_the_greatest_share() -> None:
    found = bars(
        timeline(
            Interval.MONTH,
            (PartialDate(2023, 6), 1, 4),
            (PartialDate(2023, 7), 0, 0),
            (PartialDate(2023, 8), 4, 8),
        ),
        StatementQuery(),
    )
    assert [(bar.label, bar.place, bar.height, bar.share, bar.depth) for bar in found] == [
        ("June 2023", 0, 25, 25.0, 15),
        ("July 2023", 10, 0, 0.0, 0),
        ("August 2023", 20, 100, 50.0, 30),
    ]


def test_whatever_was_found_is_seen() -> None:
    least, _ = bars(timeline(Interval.YEAR, (PartialDate(2022), 1, 9_000), (PartialDate(2023), 9_000, 9_000)), WEEKS)
    assert least.height > 0
    assert least.depth > 0


def test_a_bar_leads_to_its_own_days_from_the_first_page() -> None:
    (bar,) = bars(timeline(Interval.WEEK, (PartialDate(2024, 2, 26), 1, 1)), StatementQuery(q="grain", cursor="abc"))
    assert bar.label == "Week of 26 February 2024"
    assert bar.query == StatementQuery(q="grain", date_from=PartialDate(2024, 2, 26), date_to=PartialDate(2024, 3, 3))


def test_the_last_week_of_all_ends_with_time() -> None:
    (bar,) = bars(timeline(Interval.WEEK, (PartialDate(9999, 12, 27), 1, 1)), StatementQuery())
    assert bar.query == StatementQuery(date_from=PartialDate(9999, 12, 27), date_to=PartialDate(9999, 12, 31))


def test_labels_stand_at_both_ends_and_where_years_begin() -> None:
    assert [(label.text, label.place) for label in labels(months(2021, 11, 20))] == [
        ("Nov 2021", 0),
        ("2023", 70.0),
        ("Jun 2023", 100),
    ]


def test_labels_of_few_years_are_months_and_never_touch() -> None:
    weeks = timeline(
        Interval.WEEK, *((PartialDate.of(PartialDate(2024, month).first_day), 1, 1) for month in range(1, 13))
    )
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


def test_how_many_bars_another_interval_would_have() -> None:
    found = months(2023, 6, 14)
    assert [length(found, interval) for interval in Interval] == [427, 62, 14, 2]
    assert length(timeline(Interval.WEEK, (PartialDate(2024, 12, 30), 1, 1)), Interval.YEAR) == 2


def test_without_an_interval_it_is_the_engines_choice_and_others_are_offered(engine: Engine) -> None:
    found = chart(engine, WEEKS, None, lambda interval: f"by {interval}")
    assert found
    assert found.interval is Interval.MONTH
    assert [(choice.label, choice.address, choice.current) for choice in found.choices] == [
        ("Day", "by day", False),
        ("Week", "by week", False),
        ("Month", "by month", True),
        ("Year", "by year", False),
    ]
    assert (found.highest, found.compared, found.note) == (4, False, "")


def test_the_interval_asked_for_is_drawn_even_where_it_has_one_bar(engine: Engine) -> None:
    found = chart(engine, WEEKS, Interval.YEAR, str)
    assert found
    assert [bar.label for bar in found.bars] == ["2024"]


def test_too_many_bars_are_not_drawn_and_not_offered(engine: Engine) -> None:
    found = chart(engine, StatementQuery(), Interval.DAY, str)
    assert found
    assert found.note.startswith("By day there would be too many bars")
    assert found.interval is Interval.YEAR
    assert "Day" not in [choice.label for choice in found.choices]
    assert len(found.bars) <= MOST_BARS


def test_an_interval_that_no_date_is_exact_enough_for_is_told(engine: Engine) -> None:
    found = chart(engine, StatementQuery(q="harvest"), Interval.DAY, str)
    assert found
    assert found.note.startswith("By day there is nothing to draw")
    assert [(bar.label, bar.count) for bar in found.bars] == [("2023", 45)]


def test_one_bar_and_none_are_no_picture(engine: Engine) -> None:
    assert chart(engine, StatementQuery(q="convoy"), None, str) is None
    assert chart(engine, StatementQuery(q="nobody"), Interval.YEAR, str) is None
