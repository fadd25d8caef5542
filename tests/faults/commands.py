"""`demarche`, run as people run it, or forked from a process that has imported it already."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

from tests.indexer.commands.command import COMMAND

SERVER = multiprocessing.get_context("forkserver")
SERVER.set_forkserver_preload(["tests.faults.preloaded"])
SMALLER = {"STORED_EVERY": 0.05, "BATCH": 2, "BATCH_GIVEN": 25}  # steps of the pipeline


def forked(*arguments: object) -> ForkServerProcess:
    """`demarche`, begun; nothing that it says is kept."""
    process = SERVER.Process(target=carry_out, args=([str(argument) for argument in arguments],))
    process.start()
    return process


def carry_out(arguments: list[str]) -> None:
    from indexer.commands import main
    from indexer.pipeline import pipeline

    for name, value in SMALLER.items():
        setattr(pipeline, name, value)
    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        main(arguments)


def begin(*arguments: object, preexec_fn: Callable[[], Any] | None = None, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [COMMAND, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=preexec_fn,
        env=os.environ | environment,
    )


def run(*arguments: object, **how: Any) -> subprocess.CompletedProcess[str]:
    process = begin(*arguments, **how)
    out, err = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def kill(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()
