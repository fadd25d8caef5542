"""Elasticsearch goes away in the middle of indexing. Back again, the run goes on by itself; if it stays away, the
command says so, and goes on the next time.
"""

from __future__ import annotations

import time
from pathlib import Path

from tests.elasticsearch.server import Node
from tests.faults.commands import ONE, run, smaller_steps
from tests.faults.corpus import ARTICLES, Contents, contents, wait_until_some_are_stored
from tests.forked import Forked


def test_it_goes_on_by_itself_when_the_server_is_back(own_node: Node, corpus: Path, undisturbed: Contents) -> None:
    stopped = f"{own_node.url}?index=stopped"
    command = Forked("index", corpus, *ONE, "--engine", stopped, prepare=smaller_steps)
    wait_until_some_are_stored(stopped)
    own_node.stop()
    assert command.poll() is None, "it was not stopped in the middle"
    assert command.stderr
    assert command.stderr.readline() == "demarche: Elasticsearch does not answer: waiting 300 seconds at most\n"
    own_node.start()
    own_node.wait()
    told, errors = command.communicate()
    assert (command.returncode, errors) == (0, "")
    assert f"{ARTICLES:,} articles read: {ARTICLES:,} new" in told
    assert contents(stopped) == undisturbed


def test_if_it_stays_away_that_is_said_and_the_same_command_goes_on_later(
    own_node: Node, corpus: Path, undisturbed: Contents
) -> None:
    stopped = f"{own_node.url}?index=away"
    command = Forked("index", corpus, *ONE, "--engine", stopped, "--patience", "2", prepare=smaller_steps)
    wait_until_some_are_stored(stopped)
    own_node.stop()
    _, errors = command.communicate()
    assert command.returncode == 3
    assert "demarche: nothing answers at http" in errors
    assert errors.count("\n") == 1
    own_node.start()
    own_node.wait()
    again = run("index", corpus, *ONE, "--engine", stopped)
    assert (again.returncode, again.stderr) == (0, "")
    assert " 0 unchanged" not in again.stdout
    assert contents(stopped) == undisturbed


def test_a_server_that_never_answered_is_not_waited_for(corpus: Path) -> None:
    begun = time.monotonic()
    away = run("index", corpus, *ONE, "--engine", "http://127.0.0.1:1")
    assert away.returncode == 3
    assert away.stderr == "demarche: nothing answers at http://127.0.0.1:1\n"
    assert time.monotonic() - begun < 60
