"""When, as people ask for it."""

from __future__ import annotations

import string
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.presentation.english import asked_for
from schemas.dates.asked_dates import Days, before, readings
from schemas.dates.partial_dates import PartialDate

TODAY = date(2026, 11, 29)  # a Sunday


def read(text: str) -> list[str]:
    return [f"{days.first or ''}..{days.last or ''}" for days in readings(text, TODAY)]


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("June 2023", "2023-06..2023-06"),
        ("15 July 2023", "2023-07-15..2023-07-15"),
        ("2023-07-15", "2023-07-15..2023-07-15"),
        ("06/2023", "2023-06..2023-06"),
        ("13/6/2023", "2023-06-13..2023-06-13"),
        ("2023", "2023..2023"),
        ("summer 2023", "2023-06..2023-08"),
        ("Winter 2022/23", "2022-12..2023-02"),
        ("the autumn of 2023", "2023-09..2023-11"),
        ("Q3 2023", "2023-07..2023-09"),
        ("first half of 2023", "2023-01..2023-06"),
        ("last quarter of 2023", "2023-10..2023-12"),
        ("today", "2026-11-29..2026-11-29"),
        ("yesterday", "2026-11-28..2026-11-28"),
        ("last week", "2026-11-16..2026-11-22"),
        ("this month", "2026-11..2026-11"),
        ("last month", "2026-10..2026-10"),
        ("last year", "2025..2025"),
        ("past week", "2026-11-22.."),
        ("the last 9 months", "2026-02-28.."),
        ("past 10 days", "2026-11-19.."),
        ("since May 2022", "2022-05.."),
        ("after 15 July 2023", "2023-07-16.."),
        ("2023-07..", "2023-07.."),
        ("until June 2023", "..2023-06"),
        ("before 2022", "..2021-12-31"),
        ("..2023-09", "..2023-09"),
        ("2022-2023", "2022..2023"),
        ("2023-07..2023-09", "2023-07..2023-09"),
        ("June to August 2023", "2023-06..2023-08"),
        ("between 2020 and 2022", "2020..2022"),
        ("1-5 June 2023", "2023-06-01..2023-06-05"),
        ("1 June 2023 – 31 August 2023", "2023-06-01..2023-08-31"),
        ("spring 2023 to autumn 2023", "2023-03..2023-11"),
        ("November to February", "2025-11..2026-02"),
    ],
)
def test_what_has_one_meaning(text: str, meaning: str) -> None:
    assert read(text) == [meaning]


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("1/6/2023", ["2023-06-01..2023-06-01", "2023-01-06..2023-01-06"]),
        ("winter 2023", ["2022-12..2023-02", "2023-12..2024-02"]),
        ("June", ["2026-06..2026-06", "2025-06..2025-06"]),
        ("December", ["2025-12..2025-12", "2024-12..2024-12"]),
        ("last summer", ["2026-06..2026-08", "2025-06..2025-08"]),
        ("June to August", ["2026-06..2026-08", "2025-06..2025-08"]),
        (
            "1/6/2023 to 1/8/2023",
            ["2023-06-01..2023-08-01", "2023-01-06..2023-08-01", "2023-01-06..2023-01-08"],
        ),
    ],
)
def test_what_has_several_is_not_guessed(text: str, meanings: list[str]) -> None:
    assert read(text) == meanings


@pytest.mark.parametrize(
    "text",
    [
        *("", "foo", "32 June 2023", "1/6/23", "Q5 2023", "summer 2022/24", "since", "June 2023 to", "2023 to 2022"),
        *("before 0001", "after 9999", "winter 0001", "1" * 200),
    ],
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="is no date that can be read: write a date"):
        readings(text, TODAY)


dates = st.dates().flatmap(
    lambda day: st.sampled_from(
        (PartialDate(day.year), PartialDate(day.year, day.month), PartialDate(day.year, day.month, day.day))
    )
)


@given(dates | st.none(), dates | st.none())
def test_what_the_page_writes_is_read_as_the_same(first: PartialDate | None, last: PartialDate | None) -> None:
    days = Days(first, last)
    if (first or last) and days.in_order:
        assert readings(asked_for(first, last), TODAY) == [days]


@given(st.text(st.sampled_from(string.digits + "-/. junetosicm"), max_size=40))
def test_no_text_is_too_much(text: str) -> None:
    with suppress(ValueError):
        assert readings(text, TODAY)


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        (date(2024, 1, 15), 1, date(2023, 12, 15)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2024, 12, 31), 1, date(2024, 11, 30)),
    ],
)
def test_months_before_over_years_and_short_months(day: date, months: int, earlier: date) -> None:
    assert before(day, months, "month") == earlier
