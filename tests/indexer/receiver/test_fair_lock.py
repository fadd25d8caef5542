from __future__ import annotations

import threading
import time

import pytest

from indexer.receiver.fair_lock import Turns


def waiting(turns: Turns, number: int) -> None:
    """Until so many are waiting."""
    until = time.monotonic() + 10
    while len(turns._waiting) < number:
        assert time.monotonic() < until
        time.sleep(0.001)


def test_whoever_came_first_goes_first_also_before_the_one_who_had_it() -> None:
    turns, order = Turns(), list[str]()

    def take(name: str) -> None:
        with turns.one(10):
            order.append(name)

    others = [threading.Thread(target=take, args=(name,)) for name in ("a", "b", "c")]
    with turns.one(10):
        for number, other in enumerate(others, 1):
            other.start()
            waiting(turns, number)
    take("again")
    for other in others:
        other.join()
    assert order == ["a", "b", "c", "again"]


def test_one_who_waits_too_long_is_told_and_holds_up_nobody() -> None:
    turns = Turns()
    with turns.one(10):
        with pytest.raises(TimeoutError), turns.one(0.01):
            pass
        assert not turns._waiting
    with turns.one(0):
        pass


def test_a_turn_ends_with_what_went_wrong_in_it() -> None:
    turns = Turns()
    with pytest.raises(ValueError, match="broken"), turns.one(10):
        raise ValueError("broken")
    with turns.one(0):
        pass
