"""Signals in a process of its own, for a second one ends it."""

import signal
import subprocess
import sys
import threading

import pytest

from indexer.processes.interruption import Interrupted, deferred, interruptible, interruption_behind

BEGINNING = """
import os, signal, sys, time
from indexer.processes import interruption
from indexer.processes.interruption import Interrupted, interruptible
signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell's background has taken away
try:
    with interruptible():
"""


def run(within: str, unwinding: str = "print('unwound')") -> tuple[int, str, str]:
    lines = [*(f"        {line}" for line in within.splitlines()), "except Interrupted as interrupted:"]
    lines += [f"    {unwinding}", "    sys.exit(interrupted.exit_code)"]
    ended = subprocess.run(
        [sys.executable, "-c", BEGINNING + "\n".join(lines)], capture_output=True, text=True, check=False, timeout=60
    )
    return ended.returncode, ended.stdout, ended.stderr


@pytest.mark.parametrize(("number", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_the_first_unwinds(number: str, code: int) -> None:
    assert run(f"os.kill(os.getpid(), signal.{number})\ntime.sleep(60)") == (code, "unwound\n", "")


def test_the_second_ends_it_whatever_it_waits_for() -> None:
    waiting = "os.kill(os.getpid(), signal.SIGINT); __import__('threading').Lock().acquire(); time.sleep(60)"
    ended = run("os.kill(os.getpid(), signal.SIGTERM)", waiting)
    assert ended == (143, "", "demarche: stopped at once\n")


def test_it_ends_where_unwinding_takes_too_long() -> None:
    ended = run("interruption.UNWINDING = 0.2\nos.kill(os.getpid(), signal.SIGINT)", "time.sleep(60)")
    assert ended == (130, "", "demarche: stopped at once\n")


def test_what_somebody_ignores_is_ignored() -> None:
    assert run("pass\nprint(signal.getsignal(signal.SIGINT) is interruption.interrupt)")[1] == "True\n"
    ignored = "signal.signal(signal.SIGINT, signal.SIG_IGN)\nwith interruptible():\n    "
    assert run(ignored + "print(signal.getsignal(signal.SIGINT) == signal.SIG_IGN)")[1] == "True\n"


def test_signals_are_as_before_when_it_is_left_undisturbed() -> None:
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    with interruptible():
        assert signal.getsignal(signal.SIGTERM) != before[0]
    assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == before


def test_another_thread_hears_of_none() -> None:
    entered = threading.Event()

    def work() -> None:
        with interruptible():
            entered.set()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert entered.is_set()


def test_what_is_not_to_be_cut_off_is_not() -> None:
    whole = (
        "from indexer.processes.interruption import deferred\nwith deferred():\n    os.kill(os.getpid(), signal.SIGINT)"
    )
    assert run(f"{whole}\n    print('whole')\nprint('never')") == (130, "whole\nunwound\n", "")


def test_deferred_leaves_the_mask_as_it_was() -> None:
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [])
    with deferred():
        assert signal.pthread_sigmask(signal.SIG_BLOCK, []) > before
    assert signal.pthread_sigmask(signal.SIG_BLOCK, []) == before


def test_a_fault_that_ctrl_c_made_is_known_as_that() -> None:
    fault = ImportError("half of it")
    assert interruption_behind(fault) is None
    fault.__context__ = RuntimeError("a class is not whole")
    fault.__context__.__cause__ = Interrupted(signal.SIGINT)
    assert interruption_behind(fault) is fault.__context__.__cause__
