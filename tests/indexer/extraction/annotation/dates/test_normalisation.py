from datetime import date

import pytest

from indexer.extraction.annotation.dates.normalisation import resolve
from indexer.extraction.lang.en.date_patterns import EXPRESSION
from schemas.dates.partial_dates import PartialDate


def resolved(text: str, published_on: str | None = "2024-05-16", reference: date | None = None) -> str | None:
    match = EXPRESSION.search(text)
    assert match is not None
    found = resolve(match, text, PartialDate.parse(published_on) if published_on else None, reference)
    return str(found) if found is not None else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-02", "2024-05-02"),
        ("on 2 May", "2024-05-02"),
        ("on 17 May", "2024-05-17"),
        ("on 17 June", "2023-06-17"),
        ("on Thursday", "2024-05-16"),
        ("last Thursday", "2024-05-09"),
        ("last night", "2024-05-15"),
        ("tonight", "2024-05-16"),
        ("tomorrow", "2024-05-17"),
        ("ten days ago", "2024-05-06"),
        ("two months ago", "2024-03"),
        ("6 years ago", "2018"),
        ("last year", "2023"),
        ("this year", "2024"),
        ("in January", "2024-01"),
    ],
)
def test_seen_from_publication(text: str, day: str) -> None:
    assert resolved(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("two days later", "2024-05-03"),
        ("a week earlier", "2024-04-24"),
        ("the previous day", "2024-04-30"),
        ("the next day", "2024-05-02"),
        ("on the eve of", "2024-04-30"),
        ("that evening", "2024-05-01"),
    ],
)
def test_seen_from_the_day_told_before(text: str, day: str) -> None:
    assert resolved(text, reference=date(2024, 5, 1)) == day
    assert resolved(text) is None


@pytest.mark.parametrize(
    ("published_on", "month"),
    [("2024-05-16", "2024-05"), ("2024-05-08", None), ("2024-05-07", None), ("2024-05", None)],
)
def test_last_week_is_the_month_that_holds_it(published_on: str, month: str | None) -> None:
    assert resolved("last week", published_on) == month


@pytest.mark.parametrize(
    "text", ["on February 30", "on 05/04/2024", "on 31.04.2024", "this week", "next month", "two weeks ago"]
)
def test_what_is_no_certain_day_stays_unknown(text: str) -> None:
    assert resolved(text) is None


@pytest.mark.parametrize("text", ["on Monday", "yesterday", "in June", "two days ago", "last year", "on 2 May"])
def test_nothing_is_known_without_publication(text: str) -> None:
    assert resolved(text, None) is None


def test_a_weekday_that_may_be_the_next_day_is_left_open() -> None:
    assert resolved("on Friday") is None
    assert resolved("last Friday") == "2024-05-10"
    assert resolved("on Saturday") == "2024-05-11"
