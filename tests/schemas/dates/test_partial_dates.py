"""Days, months and years, and never a day made up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.dates.partial_dates import PartialDate


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-07-15", date(2023, 7, 15), date(2023, 7, 15)),
        ("2023-07", date(2023, 7, 1), date(2023, 7, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31)),
    ],
)
def test_an_interval_of_days(text: str, first: date, last: date) -> None:
    parsed = PartialDate.parse(text)
    assert (parsed.first_day, parsed.last_day, str(parsed)) == (first, last, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2023-7-15",
        "2023-13",
        "2023-02-30",
        "2023-00",
        "2023-07-00",
        "0000",
        "23",
        "2023/07",
        "2023-07-15T00:00",
        "２０２３",
    ],
)
def test_what_is_no_date_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date") as raised:
        PartialDate.parse(text)
    assert repr(text) in str(raised.value)


def test_space_around_it_does_not_matter() -> None:
    assert PartialDate.parse(" 2023-07\n") == PartialDate(2023, 7)


@given(st.dates())
def test_any_day_comes_back(day: date) -> None:
    assert PartialDate.parse(str(PartialDate.of(day))).first_day == day
