"""Where the processes of one server count, each in files of its own, so that whoever is asked can add them up.

prometheus_client looks for the folder when it is imported, so this must not import it before there is one.
"""

from __future__ import annotations

import os
import shutil
import tempfile

FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # of the environment


def make() -> None:
    os.environ[FOLDER] = tempfile.mkdtemp(prefix="demarche-metrics-")


def remove() -> None:
    """By the process that made them alone: a worker that ends leaves what the others count."""
    shutil.rmtree(os.environ[FOLDER], ignore_errors=True)


def forget_gauges_of(pid: int) -> None:
    """What a worker counted stays counted when it ends."""
    from prometheus_client.multiprocess import mark_process_dead

    mark_process_dead(pid)  # type: ignore[no-untyped-call]
