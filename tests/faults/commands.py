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
STEPS = {  # smaller ones, of the pipeline
    "pipeline": {"STORED_EVERY": 0.05, "BATCH": 2},
    "batches": {"BATCH": 2, "BATCH_GIVEN": 25},
}


def forked(*arguments: object) -> ForkServerProcess:
    """`demarche`, begun; nothing that it says is kept."""
    process = SERVER.Process(target=carry_out, args=([str(argument) for argument in arguments],))
    process.start()
    return process


def carry_out(arguments: list[str]) -> None:
    import indexer.pipeline.pipeline
    from indexer.commands import main

    for module, steps in STEPS.items():
        for name, value in steps.items():
            setattr(getattr(indexer.pipeline, module), name, value)
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
