"""`demarche index`, cut off in the middle, on both engines: what is stored is whole, and the same command goes on."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas.article import Article
from schemas.query import StatementQuery
from schemas.statement import Extraction, FoundStatement
from search.engine import Engine
from search.opening import open_engine

COMMAND = Path(sys.executable).with_name("demarche")
ARTICLES = 160  # five batches: enough to be caught in the middle, few enough to be split in seconds
PATIENCE = 120  # seconds until a run that does not begin to store is called broken


@pytest.fixture(params=["embedded", "elasticsearch"])
def addresses(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str]:
    """Two empty indices on one engine."""
    if request.param == "embedded":
        return f"embedded://{tmp_path / 'one'}", f"embedded://{tmp_path / 'other'}"
    url, name = request.getfixturevalue("elasticsearch_url"), uuid.uuid4().hex
    return f"{url}?index=interrupted-{name}", f"{url}?index=undisturbed-{name}"


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


def begin(corpus: Path, address: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [COMMAND, "index", corpus, "--engine", address],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # A test run in the background of a shell ignores Ctrl-C, and so would what it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def wait_until_some_are_stored(running: subprocess.Popen[str], address: str) -> None:
    end = time.monotonic() + PATIENCE
    with open_engine(address) as engine:
        while engine.status().articles == 0:
            assert running.poll() is None, running.communicate()
            assert time.monotonic() < end
            time.sleep(0.05)


def finish(corpus: Path, address: str) -> str:
    ran = subprocess.run([COMMAND, "index", corpus, "--engine", address], capture_output=True, text=True, check=True)
    return ran.stdout


def contents(address: str) -> list[tuple[Article, Extraction]]:
    """Everything a user can see of an index but the moment of indexing: each statement found, each article whole."""
    with open_engine(address) as engine:
        ids = {found.article.id for found in all_statements(engine)}
        stored = [engine.article(article_id) for article_id in sorted(ids)]
        assert engine.status().articles == len(stored)
        assert engine.status().statements == sum(len(split.extraction.statements) for split in stored)
    return [(split.article, split.extraction) for split in stored]


def all_statements(engine: Engine) -> Iterator[FoundStatement]:
    cursor = None
    while True:
        page = engine.search(StatementQuery(limit=100, cursor=cursor))
        yield from page.data
        if page.next is None:
            return
        cursor = page.next


def test_killed_in_the_middle_and_begun_again_it_equals_an_undisturbed_one(
    corpus: Path, addresses: tuple[str, str]
) -> None:
    killed, undisturbed = addresses
    running = begin(corpus, killed)
    wait_until_some_are_stored(running, killed)
    os.kill(running.pid, signal.SIGKILL)
    assert running.wait() == -signal.SIGKILL
    running.communicate()
    with open_engine(killed) as engine:
        stored = engine.status().articles
    assert 0 < stored < ARTICLES, "it was not killed in the middle"
    told = finish(corpus, killed)
    new, updated, unchanged = (int(number) for number in re.findall(r"(\d+) (?:new|updated|unchanged)", told))
    assert new + updated + unchanged == ARTICLES
    assert unchanged > 0, "what was stored was split anew"
    finish(corpus, undisturbed)
    assert contents(killed) == contents(undisturbed)


def test_ctrl_c_stops_it_cleanly(corpus: Path, addresses: tuple[str, str]) -> None:
    address, _ = addresses
    running = begin(corpus, address)
    wait_until_some_are_stored(running, address)
    os.kill(running.pid, signal.SIGINT)
    told, errors = running.communicate(timeout=PATIENCE)
    assert running.returncode == 130
    assert errors == "demarche: stopped; the same command goes on from here\n"
    with open_engine(address) as engine:
        stored = engine.status().articles
    assert 0 < stored < ARTICLES
    assert f"{stored} new" in told
