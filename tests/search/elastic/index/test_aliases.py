"""Indices behind aliases: made once, and only ours, of this version, are used."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from elasticsearch import Elasticsearch

from schemas.query import StatementQuery
from search.elastic.engine import ElasticEngine
from search.elastic.index.mapping import ARTICLES, MAPPING_VERSION, STATEMENTS
from search.errors import EngineUnavailable, IncompatibleIndex
from tests.contract.corpus import CORPUS


def test_the_first_call_makes_versioned_indices_behind_aliases(
    engine: ElasticEngine, client: Elasticsearch, index: str
) -> None:
    assert not client.indices.get(index=f"{index}*")
    assert engine.count(StatementQuery()).value == 0
    aliases = {name: list(made["aliases"]) for name, made in client.indices.get(index=f"{index}*").items()}
    assert aliases == {
        f"{index}-statements-000001": [f"{index}-statements"],
        f"{index}-articles-000001": [f"{index}-articles"],
    }


def test_many_may_come_first_at_once(elasticsearch_url: str, index: str) -> None:
    engines = [ElasticEngine(f"{elasticsearch_url}?index={index}") for _ in range(8)]
    with ThreadPoolExecutor(len(engines)) as pool:
        counts = list(pool.map(lambda engine: engine.count(StatementQuery()).value, engines))
    for engine in engines:
        engine.close()
    assert counts == [0] * len(engines)


def test_reading_and_writing_follow_the_alias(engine: ElasticEngine, client: Elasticsearch, index: str) -> None:
    engine.replace(CORPUS)
    client.indices.create(index=f"{index}-statements-000002", mappings=STATEMENTS)
    alias, old, new = f"{index}-statements", f"{index}-statements-000001", f"{index}-statements-000002"
    client.indices.update_aliases(
        actions=[{"remove": {"index": old, "alias": alias}}, {"add": {"index": new, "alias": alias}}]
    )
    assert engine.count(StatementQuery()).value == 0


def test_an_index_of_another_version_is_refused(elasticsearch_url: str, client: Elasticsearch, index: str) -> None:
    older = {**STATEMENTS, "_meta": {"demarche_mapping": "0.1"}}
    client.indices.create(index=f"{index}-statements-000007", mappings=older, aliases={f"{index}-statements": {}})
    with ElasticEngine(f"{elasticsearch_url}?index={index}") as engine:
        with pytest.raises(IncompatibleIndex, match=rf"has mapping 0\.1.* needs {MAPPING_VERSION}: `demarche rebuild`"):
            engine.status()
        with pytest.raises(IncompatibleIndex):
            engine.replace(CORPUS)


@pytest.mark.parametrize("alias", [True, False])
def test_an_index_of_somebody_else_is_refused(
    engine: ElasticEngine, client: Elasticsearch, index: str, alias: bool
) -> None:
    if alias:
        client.indices.create(index=f"{index}-theirs", aliases={f"{index}-articles": {}})
    else:
        client.indices.create(index=f"{index}-articles")
    with pytest.raises(IncompatibleIndex, match="no index that Demarche made"):
        engine.search(StatementQuery())


def test_an_index_that_lost_its_alias_is_refused(engine: ElasticEngine, client: Elasticsearch, index: str) -> None:
    client.indices.create(index=f"{index}-articles-000001", mappings=ARTICLES)
    with pytest.raises(IncompatibleIndex, match="no alias"):
        engine.search(StatementQuery())


def test_indices_deleted_behind_its_back_are_made_anew(
    engine: ElasticEngine, client: Elasticsearch, index: str
) -> None:
    engine.replace(CORPUS)
    client.indices.delete(index=[f"{index}-statements-000001", f"{index}-articles-000001"])
    with pytest.raises(EngineUnavailable):
        engine.search(StatementQuery())
    assert engine.search(StatementQuery()).total.value == 0
    client.indices.delete(index=[f"{index}-statements-000001", f"{index}-articles-000001"])
    with pytest.raises(EngineUnavailable):
        engine.replace(CORPUS)
    engine.replace(CORPUS)
    assert engine.status().articles == len(CORPUS)


def test_nothing_is_made_up_for_fields_that_the_mapping_lacks(
    engine: ElasticEngine, client: Elasticsearch, index: str
) -> None:
    engine.replace(CORPUS)
    for name, mapping in (("statements", STATEMENTS), ("articles", ARTICLES)):
        (found,) = client.indices.get_mapping(index=f"{index}-{name}").values()
        assert set(found["mappings"]["properties"]) == set(mapping["properties"])
