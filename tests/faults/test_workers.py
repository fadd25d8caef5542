"""Worker processes that die, here and in a dask cluster, and a command that dies before its workers.

Workers know nothing of the engine but what they make of an article for it. So one engine is enough where one is killed,
and where they are those of a whole command, each of which loads spaCy: if the command is killed, the one that has no
transactions.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import dask
import pytest
from distributed import LocalCluster

from tests.faults.commands import kill, run, smaller_steps
from tests.faults.corpus import Contents, contents, wait_until_some_are_stored
from tests.forked import Forked, ensure_server
from tests.indexer.commands.command import COMMAND

WORKER = b"spawn_main"
PATIENCE = 60  # seconds


def workers_of(pid: int) -> list[int]:
    """Its processes that split articles, by the kernel's own list of its children."""
    children = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return [child for child in children if WORKER in Path(f"/proc/{child}/cmdline").read_bytes()]


def wait_for_workers(pid: int) -> list[int]:
    deadline = time.monotonic() + PATIENCE
    while len(workers := workers_of(pid)) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return workers


def lives(pid: int) -> bool:
    """A zombie that nobody has waited for is dead."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def begin(corpus: Path, address: str) -> subprocess.Popen[str]:
    """The whole command, which starts its workers itself."""
    command = [COMMAND, "index", corpus, "--workers", "2", "--engine", address]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


@pytest.mark.parametrize("addresses", ["embedded"], indirect=True)
def test_one_is_killed(corpus: Path, address: str, undisturbed: Contents) -> None:
    command = begin(corpus, address)
    os.kill(wait_for_workers(command.pid)[0], signal.SIGKILL)
    _, errors = command.communicate()
    assert command.returncode == 4
    assert errors == "demarche: a worker died, out of memory perhaps; the same command goes on from here\n"
    assert run("index", corpus, "--workers", "2", "--engine", address).returncode == 0
    assert contents(address) == undisturbed


@pytest.mark.parametrize("addresses", ["elasticsearch"], indirect=True)
def test_they_end_with_a_command_that_is_killed(corpus: Path, address: str, undisturbed: Contents) -> None:
    command = begin(corpus, address)
    workers = wait_for_workers(command.pid)
    wait_until_some_are_stored(address)
    assert all(map(lives, workers))
    kill(command)
    deadline = time.monotonic() + PATIENCE
    while any(map(lives, workers)):
        assert time.monotonic() < deadline, "they outlived it"
        time.sleep(0.05)
    assert run("index", corpus, "--workers", "2", "--engine", address).returncode == 0
    assert contents(address) == undisturbed


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Whose workers are forked from the server that has loaded what they split articles with."""
    ensure_server()
    with (
        dask.config.set({"distributed.worker.multiprocessing-method": "forkserver"}),
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
    ):
        yield cluster


@pytest.fixture
def dask_cluster(cluster: LocalCluster) -> LocalCluster:
    """With all of its workers: it starts another for one that was killed."""
    cluster.wait_for_workers(2, timeout=PATIENCE)
    return cluster


@pytest.mark.parametrize("addresses", ["elasticsearch"], indirect=True)
def test_dask_makes_the_same_index(
    dask_cluster: LocalCluster, corpus: Path, address: str, undisturbed: Contents
) -> None:
    ran = run("index", corpus, "--dask", dask_cluster.scheduler_address, "--engine", address)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert contents(address) == undisturbed


@pytest.mark.parametrize("addresses", ["embedded"], indirect=True)
def test_a_worker_of_dask_is_killed(
    dask_cluster: LocalCluster, corpus: Path, address: str, undisturbed: Contents
) -> None:
    """Another one does its work."""
    command = Forked(
        "index", corpus, "--dask", dask_cluster.scheduler_address, "--engine", address, prepare=smaller_steps
    )
    wait_until_some_are_stored(address)
    os.kill(dask_cluster.workers[0].pid, signal.SIGKILL)
    assert command.poll() is None, "it was not killed in the middle"
    _, errors = command.communicate()
    assert command.returncode == 0, errors
    assert contents(address) == undisturbed
