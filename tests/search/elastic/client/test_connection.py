"""Nothing but our own exceptions leaves, and none of the server's words."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest
from elasticsearch.serializer import OrjsonSerializer

from schemas.query import StatementQuery
from search.elastic.client.address import Address
from search.elastic.client.connection import connect
from search.elastic.engine import ElasticEngine
from search.engine import Engine
from search.errors import EngineUnavailable
from tests.contract.corpus import CORPUS
from tests.search.elastic.proxy import CUT, Way, way_to

STATEMENTS = sum(len(split.extraction.statements) for split in CORPUS)

CALLS: dict[str, Callable[[Engine], object]] = {
    "search": lambda engine: engine.search(StatementQuery()),
    "count": lambda engine: engine.count(StatementQuery()),
    "facets": lambda engine: engine.facets(StatementQuery(), ["kind"], 5),
    "get": lambda engine: engine.get("nothing"),
    "article": lambda engine: engine.article("nothing"),
    "versions": lambda engine: engine.versions(["nothing"]),
    "replace": lambda engine: engine.replace(CORPUS),
    "delete": lambda engine: engine.delete(CORPUS[0].article.id),
    "status": lambda engine: engine.status(),
}


@pytest.mark.parametrize("fault", [CUT, 401, 403, 429, 500, 503])
def test_whatever_goes_wrong_the_engine_is_unavailable(way: Way, risky: ElasticEngine, fault: int) -> None:
    risky.replace(CORPUS)
    way.fault = lambda _count, _path: fault
    for call in CALLS:
        with pytest.raises(EngineUnavailable) as raised:
            CALLS[call](risky)
        assert "secret words" not in str(raised.value), call
    way.again()
    assert risky.count(StatementQuery()).value == STATEMENTS


def test_opening_speaks_to_nobody_and_the_same_engine_works_when_the_server_comes(
    elasticsearch_url: str, index: str
) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with ElasticEngine(f"http://127.0.0.1:{port}?index={index}") as engine:
        with pytest.raises(EngineUnavailable):
            engine.search(StatementQuery())
        with way_to(elasticsearch_url, port):
            engine.replace(CORPUS)
            assert engine.count(StatementQuery()).value == STATEMENTS
        with pytest.raises(EngineUnavailable):
            engine.search(StatementQuery())
        with way_to(elasticsearch_url, port):
            assert engine.count(StatementQuery()).value == STATEMENTS


@pytest.mark.parametrize("kind", ["application/json", "application/vnd.elasticsearch+json"])
def test_json_is_written_and_read_by_orjson(kind: str) -> None:
    with connect(Address.parse("http://127.0.0.1:9")) as client:
        assert isinstance(client.transport.serializers.get_serializer(kind), OrjsonSerializer)
