"""Every test here runs on both engines: the specification of an Engine."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest

from search.engine import Engine
from search.opening import open_engine
from tests.contract.corpus import CORPUS

ENGINES = ("embedded", "elasticsearch")


@pytest.fixture(scope="session", params=ENGINES)
def fresh_address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Addresses:
    """Makes addresses of empty engines of one kind."""
    if request.param == "embedded":
        return Addresses(f"embedded://{tmp_path_factory.mktemp('embedded')}/")
    return Addresses(f"{request.getfixturevalue('elasticsearch_url')}?index=test-")


class Addresses:
    def __init__(self, beginning: str):
        self.beginning = beginning

    def __call__(self) -> str:
        return f"{self.beginning}{uuid.uuid4().hex}"


@pytest.fixture
def address(fresh_address: Addresses) -> str:
    return fresh_address()


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
