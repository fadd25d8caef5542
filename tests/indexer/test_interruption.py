import os
import signal
import threading

import pytest

from indexer.interruption import undisturbed


def interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_it_is_raised_when_all_is_done() -> None:
    done = False
    with pytest.raises(KeyboardInterrupt), undisturbed():  # noqa: PT012 - what is within is the point
        interrupt()
        done = True
    assert done
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_the_second_one_comes_at_once() -> None:
    done = False
    with pytest.raises(KeyboardInterrupt), undisturbed():  # noqa: PT012
        interrupt()
        interrupt()
        done = True
    assert not done


def test_other_threads_are_left_alone() -> None:
    entered = threading.Event()

    def work() -> None:
        with undisturbed():
            entered.set()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert entered.is_set()
