import os
import signal
import time
from threading import Timer

import pytest

from indexer.fetching.faults import Passing
from indexer.watching.stopping import Stop


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_pause_and_no_later_one_is_begun(number: signal.Signals) -> None:
    with Stop() as stop:
        began = time.monotonic()
        Timer(0.2, os.kill, (os.getpid(), number)).start()
        stop.pause(30)
        stop.pause(30)
        assert time.monotonic() - began < 10
        assert stop.asked is number


def test_a_pause_without_a_signal_is_slept() -> None:
    with Stop() as stop:
        began = time.monotonic()
        stop.pause_fetching(0.2)
        assert time.monotonic() - began >= 0.2
        assert stop.asked is None


def test_nothing_more_is_fetched_once_asked_to_stop() -> None:
    with Stop() as stop:
        os.kill(os.getpid(), signal.SIGTERM)
        with pytest.raises(Passing, match="is left for the next start"):
            stop.pause_fetching(30)


def test_the_second_signal_does_what_it_always_does() -> None:
    with Stop() as stop:
        os.kill(os.getpid(), signal.SIGTERM)
        assert stop.asked
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_signals_are_as_before_when_it_is_left() -> None:
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    with Stop():
        assert signal.getsignal(signal.SIGTERM) != before[0]
    assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == before
