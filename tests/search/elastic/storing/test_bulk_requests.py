"""What the server refuses for now is sent again; what it can never take is said."""

from __future__ import annotations

import pytest
from elasticsearch import Elasticsearch

from schemas.query import StatementQuery
from search.elastic.engine import ElasticEngine
from search.elastic.storing.bulk_requests import write
from search.errors import EngineUnavailable, IncompatibleIndex
from tests.contract.corpus import CORPUS
from tests.search.elastic.proxy import CUT, LOST, Way

STATEMENTS = sum(len(split.extraction.statements) for split in CORPUS)


def test_single_items_refused_by_a_full_queue_are_sent_again(way: Way, risky: ElasticEngine) -> None:
    way.refuse_item = lambda count: count % 3 == 0
    assert risky.replace(CORPUS).added == len(CORPUS)
    assert risky.count(StatementQuery()).value == STATEMENTS
    assert risky.versions([split.article.id for split in CORPUS]).keys() == {split.article.id for split in CORPUS}


@pytest.mark.parametrize("fault", [CUT, LOST, 429, 503])
def test_whole_requests_that_failed_are_sent_again(way: Way, risky: ElasticEngine, fault: int) -> None:
    risky.status()
    seen: set[str] = set()

    def first_of_each(_count: int, path: str) -> int | None:
        fails = path not in seen and "_bulk" in path
        seen.add(path)
        return fault if fails else None

    way.fault = first_of_each
    risky.replace(CORPUS)
    assert any("_bulk" in path for path in seen)
    assert risky.status().articles == len(CORPUS)
    assert risky.count(StatementQuery()).value == STATEMENTS


def test_a_server_that_never_has_room_is_unavailable(way: Way, risky: ElasticEngine) -> None:
    risky.status()
    way.refuse_item = lambda _count: True
    with pytest.raises(EngineUnavailable, match="went on refusing"):
        risky.replace(CORPUS)
    assert not risky.versions([split.article.id for split in CORPUS])


def test_a_document_that_does_not_fit_is_never_passed_over(engine: ElasticEngine, client: Elasticsearch) -> None:
    names = engine.indices.names
    engine.status()
    good = {"_op_type": "index", "_index": names.statements, "_id": "1", "_source": {"kind": "direct"}}
    bad = {"_op_type": "index", "_index": names.statements, "_id": "2", "_source": {"unknown": 1}}
    with pytest.raises(IncompatibleIndex):
        write(client, [good, bad])


def test_deleting_what_is_not_there_is_done(engine: ElasticEngine, client: Elasticsearch) -> None:
    engine.status()
    gone = {"_op_type": "delete", "_index": engine.indices.names.statements, "_id": "1"}
    assert write(client, [gone]).done.keys() == {"1"}
