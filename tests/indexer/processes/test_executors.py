"""Who splits articles, and how much is given away at once."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from indexer.processes import executors
from indexer.processes.executors import DaskAway, InlineExecutor, Workers, dask_workers, local_workers, map_unordered


def doubled(number: int) -> Sequence[int]:
    return [number, number]


def refuse(number: int) -> Sequence[int]:
    raise ValueError(number)


def process_of(_number: int) -> Sequence[int]:
    time.sleep(0.05)
    return [os.getpid()]


def threads_of_numpy(_number: int) -> Sequence[int]:
    """Besides its own, those that it has started for matrices."""
    before = threads_of_this_process()
    import numpy as np

    assert (np.ones((512, 512)) @ np.ones((512, 512))).sum() == 512**3
    return [threads_of_this_process() - before]


def threads_of_this_process() -> int:
    return len(list(Path("/proc/self/task").iterdir()))


class Counted:
    """Numbers, and how many of them are taken and not yet given back."""

    def __init__(self, count: int):
        self.count = count
        self.lock = threading.Lock()
        self.under_way = self.most = self.taken = 0

    def __iter__(self) -> Iterator[int]:
        for number in range(self.count):
            with self.lock:
                self.taken += 1
                self.under_way += 1
                self.most = max(self.most, self.under_way)
            yield number

    def work(self, number: int) -> Sequence[int]:
        time.sleep(0.002 * (number % 3))
        with self.lock:
            self.under_way -= 1
        return [number]


@pytest.mark.parametrize("at_once", [1, 2, 5])
def test_no_more_is_taken_than_the_crew_is_at_work_on(at_once: int) -> None:
    items = Counted(50)
    with ThreadPoolExecutor(2) as threads:
        assert sorted(map_unordered(Workers(threads, at_once), items.work, items)) == list(range(50))
    assert items.most <= at_once + 1  # the one at hand waits for room


def test_nothing_is_taken_before_somebody_asks() -> None:
    items = Counted(50)
    results = map_unordered(Workers(InlineExecutor(), 1), items.work, items)
    assert items.taken == 0
    assert next(results) == 0
    assert items.taken == 2


def test_here_all_comes_in_order() -> None:
    assert list(map_unordered(Workers(InlineExecutor(), 1), doubled, range(3))) == [0, 0, 1, 1, 2, 2]


def test_of_nothing_comes_nothing() -> None:
    assert list(map_unordered(Workers(InlineExecutor(), 1), doubled, [])) == []


def test_a_fault_is_raised_where_the_result_is_asked_for() -> None:
    future: Future[Sequence[int]] = InlineExecutor().submit(refuse, 7)
    assert isinstance(future.exception(), ValueError)
    with pytest.raises(ValueError, match="7"):
        list(map_unordered(Workers(InlineExecutor(), 1), refuse, [7]))


def test_one_worker_is_this_process() -> None:
    with local_workers(1) as workers:
        assert workers.at_once == 1
        assert set(map_unordered(workers, process_of, range(3))) == {os.getpid()}


def test_two_workers_are_two_others() -> None:
    with local_workers(2) as workers:
        assert isinstance(workers.executor, Executor)
        assert workers.at_once == 4
        processes = set(map_unordered(workers, process_of, range(20)))
    assert os.getpid() not in processes
    assert len(processes) == 2


def test_a_worker_is_the_work_of_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS")
    with local_workers(2) as workers:
        assert set(map_unordered(workers, threads_of_numpy, range(4))) == {0}


def test_a_scheduler_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "DASK_TIMEOUT", "0.5s")
    with (
        pytest.raises(DaskAway, match=r"no dask scheduler answers at tcp://127.0.0.1:1"),
        dask_workers("tcp://127.0.0.1:1"),
    ):
        raise AssertionError
