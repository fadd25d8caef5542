"""No room: a file that can't grow (RLIMIT_FSIZE makes each write to it fail, as on a full disk). The command says in
one line what is full, nothing that was there changes, and the same command goes on when there is room.
"""

from __future__ import annotations

import resource
from functools import partial
from pathlib import Path

import pytest

import indexer.pipeline.pipeline
from search.opening import open_engine
from tests.faults.commands import ONE, run
from tests.faults.corpus import Contents, contents, write


def keep_files_below(size: int) -> None:
    """And store all at once, however long that takes: what was stored before the disk was full would be there."""
    indexer.pipeline.pipeline.STORED_EVERY = 600.0
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("size", [200, 30_000])
def test_the_disk_of_an_embedded_index(size: int, corpus: Path, undisturbed: Contents, tmp_path: Path) -> None:
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
    assert contents(address) == undisturbed


def test_the_disk_of_an_index_that_is_to_be_made(corpus: Path, undisturbed: Contents, tmp_path: Path) -> None:
    address = f"embedded://{tmp_path / 'index'}"
    full = run("index", corpus, *ONE, "--engine", address, prepare=partial(keep_files_below, 100))
    assert full.returncode == 3
    assert full.stderr.startswith(f"demarche: the index in {tmp_path / 'index'} can't be ")
    assert full.stderr.count("\n") == 1
    assert run("index", corpus, *ONE, "--engine", address).returncode == 0
    assert contents(address) == undisturbed


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
