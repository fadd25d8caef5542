import pytest

from api.page.chart.axis import Axis
from api.page.chart.chart import MOST_BARS, Bar, bars, chart, charts, length
from schemas.dates.partial_dates import PartialDate
from schemas.filters import Filters
from schemas.page import Stretch, Timeline
from schemas.query import Interval, StatementQuery
from search.engine import Engine

COUNTS, SHARES = Axis.of_counts(4, 100), Axis.of_shares(50, 30)
WEEKS = StatementQuery(filters=Filters(source=("lowland-gazette", "harbour-post")), date_from=PartialDate(2024))


def timeline(interval: Interval, *counts: tuple[PartialDate, int, int]) -> Timeline:
    return Timeline(interval, tuple(Stretch(*each) for each in counts), 0)


def months(year: int, first: int, how_many: int) -> Timeline:
    starts = (PartialDate(year + at // 12, at % 12 + 1) for at in range(first - 1, first - 1 + how_many))
    return timeline(Interval.MONTH, *((start, 1, 1) for start in starts))


def drawn(found: Timeline, query: StatementQuery = StatementQuery()) -> list[Bar]:  # noqa: B008
    return list(bars(found, query, COUNTS, SHARES))


def test_bars_stand_in_relation_to_the_axes() -> None:
    found = drawn(
        timeline(
            Interval.MONTH,
            (PartialDate(2023, 6), 1, 40),
            (PartialDate(2023, 7), 0, 0),
            (PartialDate(2023, 8), 4, 20),
        )
    )
    assert [(bar.label, bar.place, bar.height, bar.share, bar.depth) for bar in found] == [
        ("June 2023", 0, 25, 2.5, 3),
        ("July 2023", 10, 0, None, 0),
        ("August 2023", 20, 100, 20.0, 12),
    ]


def test_a_share_of_few_is_none() -> None:
    few, enough = drawn(timeline(Interval.YEAR, (PartialDate(2022), 1, 19), (PartialDate(2023), 1, 20)))
    assert (few.share, few.depth) == (None, 0)
    assert enough.share == 5.0


def test_a_bar_leads_to_its_own_days_from_the_first_page() -> None:
    (bar,) = drawn(timeline(Interval.WEEK, (PartialDate(2024, 2, 26), 1, 1)), StatementQuery(q="grain", cursor="abc"))
    assert bar.label == "Week of 26 February 2024"
    assert bar.query == StatementQuery(q="grain", date_from=PartialDate(2024, 2, 26), date_to=PartialDate(2024, 3, 3))


def test_the_last_week_of_all_ends_with_time() -> None:
    (bar,) = drawn(timeline(Interval.WEEK, (PartialDate(9999, 12, 27), 1, 1)))
    assert bar.query == StatementQuery(date_from=PartialDate(9999, 12, 27), date_to=PartialDate(9999, 12, 31))


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
    assert (found.axis.top, found.compared, found.note) == (4, False, "")


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


def test_too_many_bars_give_way_to_the_next_coarser_interval(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.page.chart.chart.MOST_SPLIT", 1)
    query = StatementQuery(q="corridor OR ceasefire")
    whole, parts = (chart(engine.newest(), query, Interval.MONTH, str, by) for by in (None, "kind"))
    assert whole
    assert whole.interval is Interval.MONTH
    assert parts
    assert parts.interval is Interval.YEAR
    assert parts.note.startswith("By month there would be too many bars")


def test_an_interval_that_no_date_is_exact_enough_for_is_told(engine: Engine) -> None:
    found = chart(engine, StatementQuery(q="harvest"), Interval.DAY, str)
    assert found
    assert found.note.startswith("By day there is nothing to draw")
    assert [(bar.label, bar.count) for bar in found.bars] == [("2023", 45)]


def test_one_bar_and_none_are_no_picture(engine: Engine) -> None:
    assert chart(engine, StatementQuery(q="convoy"), None, str) is None
    assert chart(engine, StatementQuery(q="nobody"), Interval.YEAR, str) is None


def test_bars_without_a_share_are_counted_where_others_could_have_one(engine: Engine) -> None:
    few, many, everything = (
        chart(engine, query, Interval.YEAR, str)
        for query in (
            StatementQuery(q="corridor OR ceasefire"),
            StatementQuery(q="harvest OR corridor"),
            StatementQuery(),
        )
    )
    assert few
    assert (few.narrowed, few.compared, few.unshared) == (True, False, 1)
    assert many
    assert (many.compared, many.unshared) == (True, 1)
    assert everything
    assert (everything.narrowed, everything.compared, everything.unshared) == (False, False, 0)


def test_charts_that_stand_together_have_one_time_and_one_axis(engine: Engine) -> None:
    harvest, ceasefire = StatementQuery(q="harvest"), StatementQuery(q="ceasefire")
    found = charts(engine.newest(), (harvest, ceasefire), None, str)
    assert [each.interval for each in found] == [Interval.YEAR, Interval.YEAR]
    assert [[(bar.label, bar.count) for bar in each.bars] for each in found] == [
        [("2023", 45), ("2024", 0)],
        [("2023", 0), ("2024", 1)],
    ]
    assert found[0].axis == found[1].axis
    assert found[0].axis.top == 50
    assert found[1].bars[1].query.q == "ceasefire"


@pytest.mark.parametrize("queries", [(), (StatementQuery(q="nobody"), StatementQuery(q="nobody"))])
def test_nothing_is_drawn_of_nothing(engine: Engine, queries: tuple[StatementQuery, ...]) -> None:
    assert charts(engine.newest(), queries, None, str) == ()
