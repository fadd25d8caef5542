import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from threading import Timer

import pytest

from indexer.watcher.stop import Stop
from indexer.web.transient import Transient


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """As they are now, whatever a test asks for."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


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
        with pytest.raises(Transient, match="is left for the next start"):
            stop.pause_fetching(30)


def test_the_second_signal_ends_it_at_once() -> None:
    twice = "import os, signal\nfrom indexer.watcher.stop import Stop\nwith Stop():\n"
    twice += "    os.kill(os.getpid(), signal.SIGTERM)\n    os.kill(os.getpid(), signal.SIGINT)\n    print('went on')"
    ended = subprocess.run([sys.executable, "-c", twice], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (143, "", "demarche: stopped at once\n")


def test_signals_are_as_before_when_it_is_left() -> None:
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    with Stop():
        assert signal.getsignal(signal.SIGTERM) != before[0]
    assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == before
