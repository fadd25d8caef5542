"""Every test here runs on both engines: the specification of an Engine."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.engine import Engine
from search.opening import open_engine
from tests.contract.corpus import CORPUS
from tests.elasticsearch.indices import Addresses, addresses, empty

ENGINES = ("embedded", "elasticsearch")


@pytest.fixture(scope="session", params=ENGINES)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def fresh_address(
    kind: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Addresses]:
    """Makes addresses of empty engines of one kind."""
    if kind == "elasticsearch":
        with addresses(request.getfixturevalue("elasticsearch_url")) as fresh:
            yield fresh
    else:
        yield in_folder(tmp_path_factory.mktemp(kind))


def in_folder(folder: Path) -> Addresses:
    return lambda: f"embedded://{folder}/{uuid.uuid4().hex}"


@pytest.fixture(scope="session")
def emptied(kind: str) -> list[str]:
    """Addresses of engines that were used, and hold nothing any more."""
    return []


@pytest.fixture
def address(kind: str, fresh_address: Addresses, emptied: list[str]) -> Iterator[str]:
    """Of an empty engine. To make indices takes Elasticsearch a fifth of a second, to empty them a tenth of that."""
    address = emptied.pop() if emptied else fresh_address()
    yield address
    if kind == "elasticsearch":
        empty(address)
        emptied.append(address)


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    """Empty."""
    with open_engine(address) as engine:
        yield engine


@pytest.fixture(scope="session")
def filled(fresh_address: Addresses) -> Iterator[Engine]:
    """Holds the corpus; tests only read it."""
    with open_engine(fresh_address()) as engine:
        engine.replace(CORPUS)
        yield engine
