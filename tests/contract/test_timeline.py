"""Counts over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.dates.partial_dates import PartialDate
from schemas.page import Stretch, Timeline
from schemas.query import Dates, Interval, StatementQuery
from search.engine import Engine
from search.errors import QueryError
from search.opening import open_engine
from search.queries.timeline import MOST_STRETCHES
from tests.contract.corpus import Said, split
from tests.elasticsearch.indices import Addresses


def bars(timeline: Timeline) -> list[tuple[str, int, int]]:
    return [(str(stretch.start), stretch.count, stretch.all) for stretch in timeline.stretches]


@pytest.mark.parametrize(
    ("interval", "expected", "undated"),
    [
        (Interval.DAY, [("2024-05-10", 2, 3)], 2),
        (Interval.WEEK, [("2024-05-06", 2, 3)], 2),
        (Interval.MONTH, [("2024-05", 2, 3), ("2024-06", 1, 2)], 1),
        (Interval.YEAR, [("2023", 1, 1), ("2024", 3, 5)], 0),
    ],
)
def test_only_what_is_dated_as_exactly_counts(
    filled: Engine, interval: Interval, expected: list[tuple[str, int, int]], undated: int
) -> None:
    found = filled.timeline(StatementQuery(q='corridor OR "ceasefire"'), interval)
    assert (found.interval, bars(found), found.undated) == (interval, expected, undated)


def test_what_is_between_is_there_though_empty(filled: Engine) -> None:
    found = filled.timeline(StatementQuery(dates=Dates.SAID), Interval.WEEK)
    assert bars(found) == [("2024-05-06", 1, 1), ("2024-05-13", 0, 0), ("2024-05-20", 0, 0), ("2024-05-27", 1, 1)]
    assert found.undated == 5


def test_nothing_matches(filled: Engine) -> None:
    assert filled.timeline(StatementQuery(q="zebra"), Interval.DAY).stretches == ()
    assert filled.timeline(StatementQuery(q="zebra")).undated == 0
    undated = filled.timeline(StatementQuery(q="line"))
    assert (undated.stretches, undated.undated) == ((), 1)


def test_what_cannot_be_understood_is_refused(filled: Engine) -> None:
    with pytest.raises(QueryError):
        filled.timeline(StatementQuery(q='"'))


def test_more_stretches_than_can_be_drawn_are_refused(engine: Engine) -> None:
    days = ("2000-01-01", "2011-06-01")
    engine.replace([split(Said("Yes."), title=day, published=day) for day in days])
    with pytest.raises(QueryError) as raised:
        engine.timeline(StatementQuery(), Interval.DAY)
    assert (raised.value.fault.code, raised.value.fault.parameter) == ("too-many-stretches", "interval")
    assert "week" in str(raised.value.fault.hint)
    assert len(engine.timeline(StatementQuery(), Interval.WEEK).stretches) < MOST_STRETCHES
    assert engine.timeline(StatementQuery()).interval is Interval.YEAR


FIRST = date(2023, 12, 20)
DAYS = (*(str(FIRST + timedelta(days=n)) for n in range(0, 40, 3)), "2023-12", "2024-01", "2024", None)
ARTICLES = tuple(
    split(Said("odd" if n % 2 else "even"), title=f"Note {n}", published=DAYS[n % len(DAYS)]) for n in range(60)
)


@pytest.fixture(scope="module")
def many(fresh_address: Addresses) -> Iterator[Engine]:
    with open_engine(fresh_address()) as engine:
        engine.replace(ARTICLES)
        yield engine


def start(day: PartialDate | None, interval: Interval) -> PartialDate | None:
    match interval, day:
        case Interval.YEAR, PartialDate(year=year):
            return PartialDate(year)
        case Interval.MONTH, PartialDate(year=year, month=int(month)):
            return PartialDate(year, month)
        case Interval.DAY, PartialDate(day=int()):
            return day
        case Interval.WEEK, PartialDate(day=int()):
            assert day is not None
            return PartialDate.of(day.first_day - timedelta(days=day.first_day.weekday()))
    return None


@given(st.sampled_from(["", "odd", "even"]), st.sampled_from(Interval))
@settings(max_examples=12, deadline=None)
def test_counts_as_a_naive_count_does(many: Engine, q: str, interval: Interval) -> None:
    found = many.timeline(StatementQuery(q=q), interval)
    matching = [one for one in ARTICLES if q in one.article.text]
    counts = Counter(start(one.article.published_on, interval) for one in matching)
    alls = Counter(start(one.article.published_on, interval) for one in ARTICLES)
    assert found.undated == counts.pop(None, 0)
    held = [stretch for stretch in found.stretches if stretch.count]
    assert held == [Stretch(day, counts[day], alls[day]) for day in sorted(counts, key=str)]
    assert all(stretch.all == alls[stretch.start] for stretch in found.stretches)
    assert sum(alls.values()) >= len(matching)


@given(st.sampled_from(["", "odd", "even"]), st.sampled_from(Interval))
@settings(max_examples=12, deadline=None)
def test_counts_over_a_timeline_are_those_of_its_own(many: Engine, q: str, interval: Interval) -> None:
    whole = many.timeline(StatementQuery(), interval)
    own = {stretch.start: stretch.count for stretch in many.timeline(StatementQuery(q=q), interval).stretches}
    counts = many.counts_over(StatementQuery(q=q), whole)
    assert list(counts) == [own.get(stretch.start, 0) for stretch in whole.stretches]


def test_nothing_is_counted_over_no_stretches(many: Engine) -> None:
    assert list(many.counts_over(StatementQuery(), many.timeline(StatementQuery(q="zebra")))) == []
