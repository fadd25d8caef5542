from __future__ import annotations

import signal
import threading
from concurrent.futures import Future
from pathlib import Path

import pytest

from indexer.pipeline.writer import Stored, Writer, run_beside
from search.embedded.engine import EmbeddedEngine
from search.engine import Prepared, Replaced
from search.errors import EngineBusy
from tests.contract.corpus import CORPUS


def batch(engine: EmbeddedEngine, *places: int) -> dict[str, Prepared]:
    return {split.article.id: engine.prepare(split) for split in (CORPUS[place] for place in places)}


@pytest.fixture
def engine(tmp_path: Path) -> EmbeddedEngine:
    return EmbeddedEngine(tmp_path / "index", patience=0.2)


def test_the_outcome_of_a_batch_comes_at_its_end(engine: EmbeddedEngine) -> None:
    writer = Writer(engine)
    assert writer.end() is None
    one, two = batch(engine, 0, 1), batch(engine, 2)
    writer.begin(one, 70)
    assert writer.ids == one.keys()
    assert writer.end() == Stored(Replaced(2, 0), 0, sum(len(each.statements) for each in one.values()), 70)
    writer.begin(two, 30)
    assert writer.ids == two.keys()
    outcome = writer.end()
    assert outcome is not None
    assert (outcome.replaced, outcome.size, writer.ids) == (Replaced(1, 0), 30, set())
    assert engine.status().articles == 3


def test_what_the_engine_raises_is_raised_once(engine: EmbeddedEngine) -> None:
    engine.status()
    writer = Writer(engine)
    with engine.folder.exclusive(), pytest.raises(EngineBusy):
        writer.begin(batch(engine, 0), 70)
    assert writer.end() is None
    writer.begin(batch(engine, 0), 70)
    assert writer.end() is not None


def test_the_end_of_the_process_waits_for_no_thread() -> None:
    held = threading.Event()
    waiting: Future[bool] = Future()
    run_beside(held.wait, waiting)
    (thread,) = (each for each in threading.enumerate() if each.name == "storing")
    assert thread.daemon
    held.set()
    assert waiting.result()


def test_ctrl_c_at_the_very_end_of_a_batch_loses_no_count(engine: EmbeddedEngine) -> None:
    writer = Writer(engine)
    writer.begin(batch(engine, 0), 70)
    writer.future, future = Future(), writer.future
    assert future is not None

    def end() -> None:
        signal.raise_signal(signal.SIGINT)  # which wakes nobody: it is seen when there is something else to wake for
        held.set_result(future.result())

    held = writer.future
    threading.Timer(0.2, end).start()
    with pytest.raises(KeyboardInterrupt):
        writer.end()
    outcome = writer.end()
    assert outcome is not None
    assert outcome.replaced == Replaced(1, 0)


@pytest.mark.parametrize("begun", [True, False])
def test_ctrl_c_while_the_thread_starts_neither_loses_a_count_nor_waits_for_ever(
    engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch, begun: bool
) -> None:
    start = threading.Thread.start

    def start_interrupted(thread: threading.Thread) -> None:
        if begun:
            start(thread)
        raise KeyboardInterrupt

    writer = Writer(engine)
    with monkeypatch.context() as patched:
        patched.setattr(threading.Thread, "start", start_interrupted)
        with pytest.raises(KeyboardInterrupt):
            writer.begin(batch(engine, 0), 70)
    outcome = writer.stop()
    assert outcome is not None
    assert outcome.replaced == Replaced(1, 0)
    assert engine.status().articles == 1
    assert writer.end() is None
