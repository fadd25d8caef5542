"""Elasticsearch goes away in the middle of indexing, or has no room left. Back again, or with room, the run goes on by
itself; if it stays so, the command says so, and goes on the next time.
"""

from __future__ import annotations

import json
import time
import urllib.request
from pathlib import Path
from typing import Any

from tests.elasticsearch.server import Node
from tests.faults.commands import ONE, ended, pausing, run
from tests.faults.corpus import ARTICLES, Contents, contents, wait_until_some_are_stored, write
from tests.forked import Forked

FLOOD_STAGE = "its disk is too full to be written (flood-stage watermark)"


def test_it_goes_away(own_node: Node, corpus: Path, undisturbed: Contents) -> None:
    """One command waits until it is back and goes on by itself; one that is to wait less says so and ends."""
    patient, hasty = f"{own_node.url}?index=patient", f"{own_node.url}?index=hasty"
    waiting = Forked("index", corpus, *ONE, "--engine", patient, prepare=pausing)
    giving_up = Forked("index", corpus, *ONE, "--engine", hasty, "--patience", "2", prepare=pausing)
    wait_until_some_are_stored(patient)
    wait_until_some_are_stored(hasty)
    own_node.stop()
    assert waiting.poll() is giving_up.poll() is None, "they were not there in the middle"
    gave_up = ended(giving_up)
    assert gave_up.returncode == 3
    assert "demarche: nothing answers at http" in gave_up.stderr
    assert gave_up.stderr.count("\n") == 1
    assert waiting.stderr
    assert waiting.stderr.readline() == "demarche: Elasticsearch does not answer: waiting 300 seconds at most\n"

    own_node.start()
    own_node.wait()
    went_on = ended(waiting)
    assert (went_on.returncode, went_on.stderr) == (0, "")
    assert f"{ARTICLES:,} articles read: {ARTICLES:,} new" in went_on.stdout
    assert contents(patient) == undisturbed
    again = run("index", corpus, *ONE, "--engine", hasty)
    assert (again.returncode, again.stderr) == (0, "")
    assert " 0 unchanged" not in again.stdout
    assert contents(hasty) == undisturbed


def test_a_server_that_never_answered_is_not_waited_for(corpus: Path) -> None:
    begun = time.monotonic()
    away = run("index", corpus, *ONE, "--engine", "http://127.0.0.1:1")
    assert away.returncode == 3
    assert away.stderr == "demarche: nothing answers at http://127.0.0.1:1\n"
    assert time.monotonic() - begun < 60


def flood_stage(url: str, *, reached: bool) -> None:
    """As if the disk were fuller than it may be; and what Elasticsearch does by itself once there is room again.

    As bytes that must be free, more than any disk has: of a share, an empty one may have enough, and then Elasticsearch
    lets writers in again within half a minute.
    """
    low, high, flood = ("3pb", "2pb", "1pb") if reached else ("85%", "90%", "95%")
    watermark = "cluster.routing.allocation.disk.watermark"
    asked = {f"{watermark}.low": low, f"{watermark}.high": high, f"{watermark}.flood_stage": flood}
    put(f"{url}/_cluster/settings", {"persistent": asked})
    put(f"{url}/_all/_settings", {"index.blocks.read_only_allow_delete": reached or None})


def put(url: str, body: Any) -> None:
    sent = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"}, method="PUT")
    with urllib.request.urlopen(sent, timeout=60) as answer:
        assert answer.status == 200


def test_its_disk_is_full(own_node: Node, corpus: Path, undisturbed: Contents, tmp_path: Path) -> None:
    """What is full is said, nothing that was there changes, and the same command goes on when there is room."""
    few = write(tmp_path / "few.ndjson", range(1, 20))
    address = f"{own_node.url}?index=full"
    assert run("index", few, *ONE, "--engine", address).returncode == 0
    before = contents(address)

    flood_stage(own_node.url, reached=True)
    full = run("index", corpus, *ONE, "--engine", address, "--patience", "1")
    assert (full.returncode, full.stderr.splitlines()) == (
        3,
        [f"demarche: Elasticsearch went on refusing documents, since {FLOOD_STAGE}"],
    )
    assert contents(address) == before

    waiting = Forked("index", corpus, *ONE, "--engine", address)
    assert waiting.stderr
    told = waiting.stderr.readline()
    assert told == f"demarche: Elasticsearch refuses documents, since {FLOOD_STAGE}: waiting 300 seconds at most\n"
    flood_stage(own_node.url, reached=False)
    out, errors = waiting.communicate()
    assert (waiting.returncode, errors) == (0, "")
    assert f"{ARTICLES - 19:,} new" in out
    assert contents(address) == undisturbed
