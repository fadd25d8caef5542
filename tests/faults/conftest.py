"""Fixtures strategy.

Each file here holds one fault, and each fault is a real one: a process that gets SIGKILL, a server that is stopped, a
node of a cluster that is killed, a file that can't grow. What is tested is the command, as people run it: what it
leaves, what it says, and that the same command goes on. What a fault may leave is measured against an index that was
made of the same articles without one.

Commands are forked from a server that has imported what they need (tests/forked.py), so that a moment chosen by chance
falls into their work and not into seconds of imports. Those that are disturbed work in smaller steps, so that it often
falls into storing. Where a server goes away they pause at each step: it finds them in the middle, however fast they
are. Where workers die, the whole command is started, with processes that it starts itself.

Servers that are stopped here are the tests' own, never the one that the whole run shares.
"""

from __future__ import annotations

import fcntl
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import run_folder
from tests.elasticsearch.indices import Addresses
from tests.elasticsearch.server import Node, nodes
from tests.faults.commands import ONE, run
from tests.faults.corpus import ARTICLES, Contents, contents, write


@pytest.fixture(params=["embedded", "elasticsearch"])
def addresses(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str]:
    """Two empty indices on one engine."""
    if request.param == "embedded":
        return f"embedded://{tmp_path / 'one'}", f"embedded://{tmp_path / 'other'}"
    fresh: Addresses = request.getfixturevalue("elasticsearch_address")
    return fresh(), fresh()


@pytest.fixture
def address(addresses: tuple[str, str]) -> str:
    return addresses[0]


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two hundred articles: most bring their statements, every fortieth is to be split."""
    return write(tmp_path_factory.mktemp("corpus") / "corpus.ndjson", range(ARTICLES))


@pytest.fixture(scope="session")
def undisturbed(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Contents:
    """What an index holds of the corpus, whichever engine it is on: made once, for all processes of the run."""
    path = run_folder(tmp_path_factory) / "undisturbed.pickle"
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            address = f"embedded://{tmp_path_factory.mktemp('undisturbed')}"
            assert run("index", corpus, *ONE, "--engine", address).returncode == 0
            path.write_bytes(pickle.dumps(contents(address)))
        made: Contents = pickle.loads(path.read_bytes())
        return made


@pytest.fixture(scope="session")
def own_node(elasticsearch_url: str) -> Iterator[Node]:
    """For whatever is the whole node's. The shared one is asked for since it says what is missing to have any."""
    with nodes([]) as (node,):
        yield node
