"""`demarche`, begun, run to its end, or killed: forked ones, see tests/forked.py."""

from __future__ import annotations

import signal
import subprocess
from typing import Any

import indexer.pipeline
from tests.forked import Forked

ONE = ("--workers", "1")  # process, where the fault is none of those that split articles
STEPS = {  # smaller ones, of the pipeline
    "pipeline": {"STORED_EVERY": 0.05, "BATCH": 2},
    "batches": {"BATCH": 2, "BATCH_GIVEN": 25},
}


def smaller_steps() -> None:
    """So that a moment chosen by chance often falls into storing."""
    for module, steps in STEPS.items():
        for name, value in steps.items():
            setattr(getattr(indexer.pipeline, module), name, value)


def run(*arguments: object, **how: Any) -> subprocess.CompletedProcess[str]:
    return ended(Forked(*arguments, **how))


def ended(command: Forked | subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    out, err = command.communicate()
    assert command.returncode is not None
    return subprocess.CompletedProcess(command.args, command.returncode, out, err)


def kill(process: Forked | subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()
