"""Every test here runs on both engines: the specification of an Engine."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from search.engine import Engine
from search.opening import open_engine
from tests.contract.corpus import CORPUS
from tests.elasticsearch.indices import Addresses, addresses

ENGINES = ("embedded", "elasticsearch")


@pytest.fixture(scope="session", params=ENGINES)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def fresh_address(kind: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Addresses:
    """Makes addresses of empty engines of one kind."""
    if kind == "elasticsearch":
        fresh: Addresses = request.getfixturevalue("elasticsearch_address")
        return fresh
    return in_folder(tmp_path_factory.mktemp(kind))


def in_folder(folder: Path) -> Addresses:
    return lambda: f"embedded://{folder}/{uuid.uuid4().hex}"


@pytest.fixture
def address(fresh_address: Addresses) -> str:
    return fresh_address()


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    """Empty."""
    with open_engine(address) as engine:
        yield engine


@pytest.fixture(scope="session")
def filled(kind: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Holds the corpus; tests only read it."""
    with ExitStack() as stack:
        if kind == "elasticsearch":
            fresh = stack.enter_context(addresses(request.getfixturevalue("elasticsearch_url")))
        else:
            fresh = in_folder(tmp_path_factory.mktemp(kind))
        engine = stack.enter_context(open_engine(fresh()))
        engine.replace(CORPUS)
        yield engine
