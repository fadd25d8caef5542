"""No room: a file that can't grow (RLIMIT_FSIZE makes each write to it fail, as on a full disk), and Elasticsearch's
flood-stage watermark, which blocks writing. The command says in one line what is full, nothing that was there changes,
and the same command goes on when there is room.
"""

from __future__ import annotations

import json
import resource
import urllib.request
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import indexer.pipeline.pipeline
from search.opening import open_engine
from tests.elasticsearch.server import Node
from tests.faults.commands import ONE, run
from tests.faults.corpus import ARTICLES, Contents, contents, write
from tests.forked import Forked

FLOOD_STAGE = "its disk is too full to be written (flood-stage watermark)"


def keep_files_below(size: int) -> None:
    """And store all at once, however long that takes: what was stored before the disk was full would be there."""
    indexer.pipeline.pipeline.STORED_EVERY = 600.0
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.fixture(scope="module")
def some(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Contents]:
    """Articles enough for more than one file, and what an index that had room holds of them."""
    folder = tmp_path_factory.mktemp("some")
    corpus = write(folder / "corpus.ndjson", range(300))
    assert run("index", corpus, *ONE, "--engine", f"embedded://{folder}/index").returncode == 0
    return corpus, contents(f"embedded://{folder}/index")


@pytest.mark.parametrize("size", [200, 30_000])
def test_the_disk_of_an_embedded_index(size: int, some: tuple[Path, Contents], tmp_path: Path) -> None:
    corpus, expected = some
    address = f"embedded://{tmp_path / 'index'}"
    few = write(tmp_path / "few.ndjson", range(1, 20))
    assert run("index", few, *ONE, "--engine", address).returncode == 0
    before = contents(address)

    full = run("index", corpus, *ONE, "--engine", address, prepare=partial(keep_files_below, size))
    assert full.returncode == 3
    assert full.stderr.startswith(f"demarche: the index in {tmp_path / 'index'} can't be written: is the disk full?")
    assert full.stderr.count("\n") == 1
    assert contents(address) == before

    assert run("index", corpus, *ONE, "--engine", address).returncode == 0
    assert contents(address) == expected


def test_the_disk_of_an_index_that_is_to_be_made(some: tuple[Path, Contents], tmp_path: Path) -> None:
    corpus, expected = some
    address = f"embedded://{tmp_path / 'index'}"
    full = run("index", corpus, *ONE, "--engine", address, prepare=partial(keep_files_below, 100))
    assert full.returncode == 3
    assert full.stderr.startswith(f"demarche: the index in {tmp_path / 'index'} can't be ")
    assert full.stderr.count("\n") == 1
    assert run("index", corpus, *ONE, "--engine", address).returncode == 0
    assert contents(address) == expected


def test_the_disk_of_what_was_refused(tmp_path: Path) -> None:
    """Nothing is stored that would have to be told of and can't be: the command ends."""
    broken = tmp_path / "broken.ndjson"
    broken.write_text("no article\n" * 3, encoding="utf-8")
    address, kept = f"embedded://{tmp_path / 'index'}", tmp_path / "refused.ndjson"
    with open_engine(address) as engine:
        engine.status()
    command = ("index", broken, *ONE, "--engine", address, "--refused", kept)
    full = run(*command, prepare=partial(keep_files_below, 10))
    assert full.returncode == 3
    assert full.stderr.splitlines()[-1] == f"demarche: what was refused can't be kept in {kept}: File too large"
    assert "Traceback" not in full.stderr
    again = run(*command)
    assert again.returncode == 1
    assert len(kept.read_bytes().splitlines()) == 3


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


def test_the_disk_of_elasticsearch(own_node: Node, corpus: Path, undisturbed: Contents, tmp_path: Path) -> None:
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
