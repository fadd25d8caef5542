import pytest

from api.pages.words import amount, day, mark, per_cent
from schemas.dates import PartialDate
from schemas.page import Relation, Total


def test_dates_say_as_much_as_is_known() -> None:
    dates = [PartialDate(2023, 7, 15), PartialDate(2023, 7), PartialDate(2023)]
    assert [day(date) for date in dates] == ["15 July 2023", "July 2023", "2023"]
    assert [mark(date) for date in dates] == ["15 Jul 2023", "Jul 2023", "2023"]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (100.0, "100 %"),
        (32.41, "32 %"),
        (9.96, "10 %"),
        (7.46, "7.5 %"),
        (5.0, "5 %"),
        (0.0371, "0.037 %"),
        (0.0, "0 %"),
    ],
)
def test_shares_have_two_digits_that_count(value: float, told: str) -> None:
    assert per_cent(value) == told


@pytest.mark.parametrize(
    ("total", "told"),
    [
        (Total(0), "0 statements"),
        (Total(1), "1 statement"),
        (Total(10_000, Relation.AT_LEAST), "10,000+ statements"),
        (Total(12_345, Relation.ABOUT), "about 12,345 statements"),
    ],
)
def test_amounts_say_how_exact_they_are(total: Total, told: str) -> None:
    assert amount(total) == told
