"""Who splits articles: this process, processes beside it, or the workers of a dask cluster. All are executors."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent import futures
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Any, ParamSpec, TypeVar

from indexer.processes.interruption import deferred, kill_children
from indexer.processes.memory import expect_batches

P = ParamSpec("P")
Item = TypeVar("Item")
Result = TypeVar("Result")

DASK_TIMEOUT = "10s"


class DaskAway(Exception):
    """Nothing at this address speaks dask, or not this version of it; or dask is not installed."""


@dataclass(frozen=True, slots=True)
class Workers:
    """An executor, and how many batches it is given at once: enough that none waits, no more than memory holds."""

    executor: Executor
    at_once: int


def map_unordered(
    workers: Workers, call: Callable[[Item], Sequence[Result]], items: Iterable[Item]
) -> Iterator[Result]:
    """What the call gives of each, as it is done; no more items are taken than the workers have work for."""
    under_way: set[Future[Sequence[Result]]] = set()
    for item in items:
        if len(under_way) >= workers.at_once:
            done, under_way = futures.wait(under_way, return_when=futures.FIRST_COMPLETED)
            for future in done:
                yield from future.result()
        under_way.add(workers.executor.submit(call, item))
    for future in futures.as_completed(under_way):
        yield from future.result()


class InlineExecutor(Executor):
    """Runs in this process, at once: for a few articles, and for whoever wants no other process."""

    def submit(self, call: Callable[P, Result], /, *args: P.args, **kwargs: P.kwargs) -> Future[Result]:
        future: Future[Result] = Future()
        try:
            future.set_result(call(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - raised where the result is asked for, as executors do
            future.set_exception(error)
        return future


class ProcessExecutor(ProcessPoolExecutor):
    """Ctrl-C is for the process that gives the work; and it is not to find one half started, of which nobody knows."""

    def submit(self, call: Callable[P, Result], /, *args: P.args, **kwargs: P.kwargs) -> Future[Result]:
        with deferred():
            return super().submit(call, *args, **kwargs)


@contextmanager
def local_workers(workers: int) -> Iterator[Workers]:
    """Processes of their own, started by the first article. With one worker there are none. What cuts the work off does
    not wait for what they have in hand.
    """
    if workers == 1:
        yield Workers(InlineExecutor(), 1)
        return
    # Where a second Ctrl-C ends us at once, Python's tracker of resources need not tell anybody that it cleans up.
    os.environ.setdefault("PYTHONWARNINGS", "ignore:resource_tracker")
    # Not forked: the engine's threads and locks would be copied in whatever state they are.
    pool = ProcessExecutor(workers, multiprocessing.get_context("spawn"), initializer=begin_worker)
    try:
        yield Workers(pool, 2 * workers)
    except BaseException:
        kill_children()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def begin_worker() -> None:
    """Use one core, and end when the process that gives the work does, however it ends."""
    expect_batches()
    # numpy looks at it when it is imported, which this process has yet to do. Else each worker takes every core for its
    # matrices: two workers on two cores split 41 articles a second then, and 69 so.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    parent = multiprocessing.parent_process()
    assert parent is not None
    threading.Thread(target=end_with, args=(parent.sentinel,), daemon=True).start()


def end_with(sentinel: Any) -> None:
    wait([sentinel])
    os._exit(1)


@contextmanager
def dask_workers(address: str) -> Iterator[Workers]:
    """Whatever workers the scheduler at `tcp://host:8786` has; each must have this version of Demarche installed."""
    try:
        from distributed import Client
    except ImportError:
        raise DaskAway("dask is not installed: pip install 'demarche[dask]'") from None
    try:
        client = Client(address, timeout=DASK_TIMEOUT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise DaskAway(f"no dask scheduler answers at {address}: {error}") from error
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise DaskAway(f"the dask scheduler at {address} has no workers")
        yield Workers(client.get_executor(), 2 * threads)
