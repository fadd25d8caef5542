"""`demarche index` as anybody runs it, in a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import orjson

LOOK_EVERY = 0.05  # seconds, at its memory
COMMAND = str(Path(sys.executable).with_name("demarche"))


@dataclass(frozen=True, slots=True)
class Ran:
    """`seconds` are those of the work, the start of Python aside; `peak` is the greatest resident size in MB."""

    articles: int
    statements: int
    seconds: float
    peak: float


def index(path: Path, engine: str, *options: str) -> Ran:
    with tempfile.TemporaryFile() as told, tempfile.TemporaryDirectory() as state:
        process = started(["index", str(path), "--engine", engine, "--json", *options], told, XDG_STATE_HOME=state)
        peak = 0.0
        while process.poll() is None:
            peak = peak_of(process.pid) or peak
            time.sleep(LOOK_EVERY)
        if process.returncode:
            raise RuntimeError(f"demarche index ended with {process.returncode}")
        told.seek(0)
        summary = orjson.loads(told.read())
    return Ran(summary["added"], summary["statements"], summary["seconds"], peak)


def started(arguments: Sequence[str], told: IO[bytes], **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([COMMAND, *arguments], stdout=told, env=os.environ | environment)


def peak_of(process: int) -> float | None:
    """As the kernel counts it; getrusage's maximum would count what this process had when it started the other."""
    try:
        status = Path(f"/proc/{process}/status").read_text("ascii")
    except OSError:
        return None
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else None


@contextmanager
def dask_cluster(workers: int) -> Iterator[str]:
    """A scheduler and worker processes on this machine; its address."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=40
    ) as cluster:
        yield str(cluster.scheduler_address)
