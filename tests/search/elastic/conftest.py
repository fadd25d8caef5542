"""Engines of their own on the run's Elasticsearch, and a way to it on which things can go wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from elasticsearch import Elasticsearch

from search.elastic.client import connection
from search.elastic.client.patience import PatientTransport
from search.elastic.engine import ElasticEngine
from tests.elasticsearch.indices import beginning
from tests.search.elastic.proxy import Way, way_to


class Hasty(PatientTransport):
    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.patience.busy = self.patience.full = 0.4


@pytest.fixture
def client(elasticsearch_url: str) -> Iterator[Elasticsearch]:
    """Straight to the server, to look behind the engine."""
    with Elasticsearch(elasticsearch_url) as client:
        yield client


@pytest.fixture
def index(elasticsearch_url: str) -> Iterator[str]:
    """A beginning for index names; what a test made under it is gone afterwards."""
    with beginning(elasticsearch_url) as name:
        yield name


@pytest.fixture
def engine(elasticsearch_url: str, index: str) -> Iterator[ElasticEngine]:
    with ElasticEngine(f"{elasticsearch_url}?index={index}") as engine:
        yield engine


@pytest.fixture
def way(elasticsearch_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Way]:
    """To the same server; whoever takes it waits no longer than a moment."""
    monkeypatch.setattr(connection, "PatientTransport", Hasty)
    with way_to(elasticsearch_url) as way:
        yield way


@pytest.fixture
def risky(way: Way, index: str) -> Iterator[ElasticEngine]:
    """The same index as `engine`, over that way."""
    with ElasticEngine(f"{way.url}?index={index}") as engine:
        yield engine
