"""Ctrl-C and SIGTERM. The first unwinds the command, which brings what it is storing to its end and tells what it did;
the second ends it at once, and so does the first where unwinding takes too long.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = (signal.SIGTERM, signal.SIGINT)
UNWINDING = 10.0  # seconds: a commit takes less, an Elasticsearch that is away may take for ever
Handler = Callable[[int, FrameType | None], None]
UNHANDLED = (signal.SIG_DFL, signal.default_int_handler)


class Interrupted(KeyboardInterrupt):
    def __init__(self, number: int) -> None:
        super().__init__()
        self.exit_code = exit_code(number)


def interruption_behind(error: BaseException) -> Interrupted | None:
    """Ctrl-C in the midst of an import, say, which Python tells as a fault of what was imported."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, Interrupted):
        cause = cause.__cause__ or cause.__context__
    return cause


def exit_code(number: int) -> int:
    """As shells have it."""
    return 128 + number


@contextmanager
def interruptible() -> Iterator[None]:
    """Only the main thread hears of signals. What somebody ignores (nohup), or listens to already, is left as it is."""
    heard = threading.current_thread() is threading.main_thread()
    ours = [number for number in SIGNALS if heard and signal.getsignal(number) in UNHANDLED]
    before = {number: signal.signal(number, interrupt) for number in ours}
    try:
        yield
    finally:
        for number, handler in before.items():
            if signal.getsignal(number) is interrupt:  # else Python, which waits for threads when it ends, is to obey
                signal.signal(number, handler)


def interrupt(number: int, frame: FrameType | None = None) -> None:
    signal.signal(signal.SIGALRM, end_at_next(number))
    signal.setitimer(signal.ITIMER_REAL, UNWINDING)
    raise Interrupted(number)


def end_at_next(number: int) -> Handler:
    """Whichever signal comes next ends this process, as if by `number`, with those that it started."""

    def end(_number: int, _frame: FrameType | None) -> None:
        try:
            os.write(2, b"demarche: stopped at once\n")
            kill_children()
        finally:
            os._exit(exit_code(number))

    for each in SIGNALS:
        signal.signal(each, end)
    return end


def kill_children() -> None:
    for child in multiprocessing.active_children():
        child.kill()


@contextmanager
def deferred() -> Iterator[None]:
    """Signals wait until this is left. A process started meanwhile never gets them, for it inherits that, and is not
    lost half started.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
