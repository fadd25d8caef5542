"""What only a rebuild on Elasticsearch must see to: aliases, blocks, settings, and searches that are under way."""

from __future__ import annotations

import threading

import pytest
from elasticsearch import Elasticsearch

from schemas.query import StatementQuery
from search.elastic.engine import ElasticEngine
from search.engine import Rebuilt
from search.errors import IncompatibleIndex
from tests.contract.corpus import CORPUS, Said, split


def rebuild(engine: ElasticEngine) -> list[Rebuilt]:
    return list(engine.rebuild(lambda articles: map(engine.prepare, articles)))


def indices(engine: ElasticEngine, client: Elasticsearch) -> list[str]:
    return sorted(client.indices.get(index=f"{engine.address.index}-*"))


def test_one_pair_of_indices_is_left_behind_the_aliases(engine: ElasticEngine, client: Elasticsearch) -> None:
    engine.replace(CORPUS)
    prefix = engine.address.index
    assert indices(engine, client) == [f"{prefix}-articles-000001", f"{prefix}-statements-000001"]
    rebuild(engine)
    assert indices(engine, client) == [f"{prefix}-articles-000002", f"{prefix}-statements-000002"]
    aliases = client.indices.get_alias(index=f"{prefix}-*")
    assert {index: list(told["aliases"]) for index, told in aliases.items()} == {
        f"{prefix}-articles-000002": [f"{prefix}-articles"],
        f"{prefix}-statements-000002": [f"{prefix}-statements"],
    }


def test_what_an_operator_has_set_is_kept(engine: ElasticEngine, client: Elasticsearch) -> None:
    engine.replace(CORPUS)
    settings = {"index.auto_expand_replicas": "false", "index.number_of_replicas": 2}
    client.indices.put_settings(index=f"{engine.address.index}-*", settings=settings)
    rebuild(engine)
    for told in client.indices.get_settings(index=f"{engine.address.index}-*").values():
        assert told["settings"]["index"]["number_of_replicas"] == "2"


def test_an_older_mapping_is_refused_by_all_but_a_rebuild(engine: ElasticEngine, client: Elasticsearch) -> None:
    engine.replace(CORPUS)
    client.indices.put_mapping(index=f"{engine.address.index}-*", meta={"demarche_mapping": "2"})
    with ElasticEngine(f"{engine.address.url}?index={engine.address.index}") as other:
        with pytest.raises(IncompatibleIndex, match="`demarche rebuild` makes it so"):
            other.status()
        rebuild(other)
        assert other.status().articles == len(CORPUS)


def test_nothing_to_rebuild_is_said(engine: ElasticEngine) -> None:
    with pytest.raises(IncompatibleIndex, match="there is no index behind the alias"):
        rebuild(engine)


def test_what_one_that_was_cut_off_has_left_is_cleared(engine: ElasticEngine, client: Elasticsearch) -> None:
    """Cut off at the worst moment: with a block on writing."""
    engine.replace(CORPUS)
    begun = engine.rebuild(lambda articles: map(engine.prepare, articles))
    next(begun)
    assert len(indices(engine, client)) == 4
    begun.close()
    client.indices.add_block(index=indices(engine, client)[::2], block="write")
    rebuild(engine)
    engine.replace([split(Said("Written afterwards."))])
    assert len(indices(engine, client)) == 2
    assert engine.status().articles == len(CORPUS) + 1


def test_the_old_index_waits_for_exports_that_are_under_way(engine: ElasticEngine, client: Elasticsearch) -> None:
    articles = [split(*(Said(f"Words {place}.") for place in range(30)), title=f"Title {n}") for n in range(10)]
    engine.replace(articles)
    exporting = engine.stream(StatementQuery(q="words"))
    taken = [next(exporting)]
    in_use = threading.Event()

    def rebuilding() -> None:
        for told in engine.rebuild(lambda articles: map(engine.prepare, articles)):
            if told.in_use:
                in_use.set()

    thread = threading.Thread(target=rebuilding)
    thread.start()
    assert in_use.wait(60)
    assert len(indices(engine, client)) == 4
    taken += exporting
    thread.join(60)
    assert len({found.statement.id for found in taken}) == 300
    assert len(indices(engine, client)) == 2
