"""The loop itself, on a folder; feeds, an engine that is away and the command are in commands/test_watch.py."""

import json
import os
import signal
import threading
import time
from pathlib import Path

import pytest
import structlog

from indexer.refusals.file import Refusals
from indexer.watcher import watcher as module
from indexer.watcher.history import History
from indexer.watcher.stop import Stop
from indexer.watcher.watcher import Watcher
from indexer.web.fetcher import Fetcher
from search.opening import open_engine

LINE = {"text": "Baku denied that a gate had been shut.", "statements": [{"kind": "indirect", "spans": [[17, 37]]}]}


def stop_when_read(refusals: Refusals) -> threading.Thread:
    """What is refused is noted after what is stored."""

    def wait() -> None:
        end = time.monotonic() + 60
        while not refusals.read() and time.monotonic() < end:
            time.sleep(0.02)
        os.kill(os.getpid(), signal.SIGTERM)

    thread = threading.Thread(target=wait)
    thread.start()
    return thread


def test_it_reads_what_is_there_tells_it_and_stops(
    tmp_path: Path, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LOOK", 0.05)
    folder = tmp_path / "watched"
    folder.mkdir()
    (folder / "a.ndjson").write_text(json.dumps(LINE) + "\nno JSON\n", "utf-8")
    (folder / "b.unknown").write_text("?", "utf-8")
    refusals = Refusals(tmp_path / "refused.ndjson")
    with (
        open_engine(f"embedded://{tmp_path / 'index'}") as engine,
        structlog.testing.capture_logs() as logged,
        Stop() as stop,
    ):
        stopping = stop_when_read(refusals)
        history = History(tmp_path / "fetched", engine.location)
        Watcher(engine, [folder], 300, stop, fetcher, history, refusals).run()
        stopping.join()
        assert engine.status().articles == 1
    events = [event["event"] for event in logged]
    assert events[0] == "watching"
    assert "passed over: no reader knows its kind" in events
    assert events[-1] == "stopped"
    (record,) = refusals.read()
    assert (record.line, record.file) == (2, str(folder / "a.ndjson"))
