"""An axis ends at a round number, little above what it must have room for, and has few numbers."""

from itertools import islice

import pytest

from api.page.chart.axis import MOST_STEPS, Axis, round_numbers


@pytest.mark.parametrize(
    ("highest", "numbers"),
    [
        (0, ["1"]),
        (1, ["1"]),
        (3, ["1", "2", "3"]),
        (4, ["1", "2", "3", "4"]),
        (5, ["5"]),
        (7, ["2", "4", "6", "8"]),
        (9, ["5", "10"]),
        (47, ["25", "50"]),
        (1_201, ["500", "1,000", "1,500"]),
        (90_000, ["25,000", "50,000", "75,000", "100,000"]),
    ],
)
def test_counts_have_few_round_numbers(highest: int, numbers: list[str]) -> None:
    assert [tick.label for tick in Axis.of_counts(highest, 100).ticks] == numbers


def test_any_count_has_room_below_the_top_and_little_beyond() -> None:
    for highest in (*range(1, 2_000), 12_345, 10**7 + 1):
        axis = Axis.of_counts(highest, 100)
        assert highest <= axis.top <= 2 * highest
        assert 1 <= len(axis.ticks) <= MOST_STEPS
        assert axis.ticks[-1].place == 100


@pytest.mark.parametrize(
    ("greatest", "label"),
    [(100, "100 %"), (51, "100 %"), (33.3, "50 %"), (7.5, "10 %"), (2.1, "2.5 %"), (0.3, "0.5 %"), (0.001, "0.01 %")],
)
def test_shares_have_one_round_number(greatest: float, label: str) -> None:
    axis = Axis.of_shares(greatest, 30)
    assert [(tick.label, tick.place) for tick in axis.ticks] == [(label, 30)]


def test_whatever_was_found_is_seen() -> None:
    axis = Axis.of_counts(9_000, 100)
    assert [axis.tall(number) for number in (0, 1, 10_000)] == [0, 3, 100]
    assert Axis.of_shares(100, 30).tall(0.01) == 3


def test_round_numbers_go_on() -> None:
    assert list(islice(round_numbers(1), 6)) == [1, 2, 2.5, 5, 10, 20]
