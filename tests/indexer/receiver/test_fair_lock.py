from __future__ import annotations

import threading
import time

import pytest

from indexer.receiver.fair_lock import FairLock


def waiting(lock: FairLock, number: int) -> None:
    """Until so many are waiting."""
    until = time.monotonic() + 10
    while len(lock._waiting) < number:
        assert time.monotonic() < until
        time.sleep(0.001)


def test_whoever_came_first_goes_first_also_before_the_one_who_had_it() -> None:
    lock, order = FairLock(), list[str]()

    def take(name: str) -> None:
        with lock.hold(10):
            order.append(name)

    others = [threading.Thread(target=take, args=(name,)) for name in ("a", "b", "c")]
    with lock.hold(10):
        for number, other in enumerate(others, 1):
            other.start()
            waiting(lock, number)
    take("again")
    for other in others:
        other.join()
    assert order == ["a", "b", "c", "again"]


def test_one_who_waits_too_long_is_told_and_holds_up_nobody() -> None:
    lock = FairLock()
    with lock.hold(10):
        with pytest.raises(TimeoutError), lock.hold(0.01):
            pass
        assert not lock._waiting
    with lock.hold(0):
        pass


def test_a_turn_ends_with_what_went_wrong_in_it() -> None:
    lock = FairLock()
    with pytest.raises(ValueError, match="broken"), lock.hold(10):
        raise ValueError("broken")
    with lock.hold(0):
        pass
