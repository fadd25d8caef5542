"""`demarche`, begun, run to its end, or killed: forked ones, see tests/forked.py."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Sequence
from typing import Any

import indexer.pipeline
from indexer.inputs.result import Loaded, Refused
from indexer.pipeline.worker import Prepare, split_and_prepare
from search.engine import Prepared
from tests.forked import Forked

ONE = ("--workers", "1")  # process, where the fault is none of those that split articles
PAUSE = 0.3  # seconds
STEPS = {  # smaller ones, of the pipeline
    "pipeline": {"STORED_EVERY": 0.05, "BATCH": 2},
    "batches": {"BATCH": 2, "BATCH_GIVEN": 25},
}


def smaller_steps() -> None:
    """So that a moment chosen by chance often falls into storing."""
    for module, steps in STEPS.items():
        for name, value in steps.items():
            setattr(getattr(indexer.pipeline, module), name, value)


def pausing() -> None:
    """And a pause at each, in which whatever is to happen in the middle can."""
    smaller_steps()
    setattr(indexer.pipeline.pipeline, "split_and_prepare", split_after_a_pause)  # noqa: B010


def split_after_a_pause(batch: Sequence[Loaded], prepare: Prepare) -> list[Prepared | Refused]:
    time.sleep(PAUSE)
    return split_and_prepare(batch, prepare)


def run(*arguments: object, **how: Any) -> subprocess.CompletedProcess[str]:
    return ended(Forked(*arguments, **how))


def ended(command: Forked | subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    out, err = command.communicate()
    assert command.returncode is not None
    return subprocess.CompletedProcess(command.args, command.returncode, out, err)


def kill(process: Forked | subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()
