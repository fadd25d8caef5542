"""Ctrl-C in the middle of `demarche index`, on both engines. What kills it is in tests/faults."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from search.opening import open_engine
from tests.elasticsearch.indices import Addresses
from tests.faults.commands import smaller_steps
from tests.forked import Forked
from tests.indexer.commands.command import COMMAND

ARTICLES = 160  # five batches: enough to be caught in the middle, few enough to be split in seconds
PATIENCE = 120  # seconds until a run that does not begin to store is called broken


@pytest.fixture(params=["embedded", "elasticsearch"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Of an empty index."""
    if request.param == "embedded":
        return f"embedded://{tmp_path / 'index'}"
    fresh: Addresses = request.getfixturevalue("elasticsearch_address")
    return fresh()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.ndjson"
    with path.open("w", encoding="utf-8") as lines:
        for number in range(ARTICLES):
            text = (
                f"Armenia's water minister said on Monday that gate {number} would open. “We counted {number} litres,” "
                f"Anahit Vardumyan told reporters.\n\nBaku denied that gate {number} had been shut."
            )
            article = {"title": f"Gate {number}", "source": "Herald", "published_on": "2023-07-17", "text": text}
            lines.write(json.dumps(article) + "\n")
    return path


def begin(corpus: Path, address: str, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [COMMAND, "index", corpus, "--engine", address, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # A test run in the background of a shell ignores Ctrl-C, and so would what it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def wait_until_some_are_stored(running: subprocess.Popen[str] | Forked, address: str) -> None:
    end = time.monotonic() + PATIENCE
    with open_engine(address) as engine:
        while engine.status().articles == 0:
            assert running.poll() is None, running.communicate()
            assert time.monotonic() < end
            time.sleep(0.05)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_it_stops_cleanly(corpus: Path, address: str, number: int, code: int) -> None:
    """Ctrl-C is for all processes of a terminal, SIGTERM for the one that a supervisor knows."""
    # With the processes that it starts in its group, each of which loads spaCy: once, for they know nothing of engines.
    whole = number == signal.SIGINT and address.startswith("embedded")
    running = begin(corpus, address) if whole else Forked("index", corpus, "--engine", address, prepare=smaller_steps)
    wait_until_some_are_stored(running, address)
    (os.killpg if number == signal.SIGINT else os.kill)(running.pid, number)
    told, errors = running.communicate(timeout=PATIENCE)
    assert running.returncode == code
    assert errors == "demarche: stopped; the same command goes on from here\n"
    with open_engine(address) as engine:
        stored = engine.status().articles
    assert 0 < stored < ARTICLES
    assert f"{stored} new" in told


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("pause", [0.0, 0.05, 0.2])
def test_a_second_ctrl_c_ends_it_wherever_it_is(corpus: Path, tmp_path: Path, workers: str, pause: float) -> None:
    address = f"embedded://{tmp_path / 'index'}"
    running = begin(corpus, address, "--workers", workers)
    time.sleep(1 + 10 * pause)
    for _ in range(2):
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGINT)
        time.sleep(pause)
    told = running.communicate(timeout=20)
    # The second one may be the interpreter's, when it is at its end or beginning.
    assert running.returncode in (130, -signal.SIGINT), told
    with open_engine(address) as engine:
        assert engine.status().articles < ARTICLES
