"""What only a rebuild on Elasticsearch must see to: aliases, blocks, settings, and searches that are under way."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from typing import Any

import pytest
from elasticsearch import ApiError, Elasticsearch

from schemas.query import StatementQuery
from schemas.statement import SplitArticle
from search.elastic.engine import ElasticEngine
from search.elastic.index.documents import State
from search.elastic.index.mapping import ARTICLES, STATEMENTS
from search.elastic.keeping import replacement
from search.elastic.storing.writer import Writer
from search.engine import Prepared, Rebuilt
from search.errors import EngineBusy, EngineUnavailable, IncompatibleIndex
from tests.contract.corpus import CORPUS, Said, split
from tests.search.elastic.proxy import CUT, LOST, Way


@pytest.fixture(autouse=True)
def looking_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """For searches that still use the old index: a rebuild is not to wait a second for each."""
    monkeypatch.setattr(replacement, "LOOK_EVERY", 0.05)


def rebuild(engine: ElasticEngine) -> list[Rebuilt]:
    return list(engine.rebuild(lambda articles: map(engine.prepare, articles)))


def indices(engine: ElasticEngine, client: Elasticsearch) -> list[str]:
    return sorted(client.indices.get(index=f"{engine.address.index}-*"))


def searches(engine: ElasticEngine, client: Elasticsearch) -> int:
    """That are under way over all our indices."""
    stats = client.indices.stats(index=f"{engine.address.index}-*", metric="search")
    return int(stats["_all"]["total"]["search"]["open_contexts"])


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


def test_what_one_that_was_killed_has_left_is_cleared(engine: ElasticEngine, client: Elasticsearch) -> None:
    """Killed at the worst moment: with a block on writing."""
    engine.replace(CORPUS)
    for part, mappings in (("statements", STATEMENTS), ("articles", ARTICLES)):
        left: dict[str, Any] = {f"{engine.address.index}-rebuilding-0a1b2c3d-{part}": {}}
        client.indices.create(index=f"{engine.address.index}-{part}-000002", aliases=left, mappings=mappings)
    client.indices.add_block(index=indices(engine, client)[::2], block="write")
    rebuild(engine)
    engine.replace([split(Said("Written afterwards."))])
    assert len(indices(engine, client)) == 2
    assert engine.status().articles == len(CORPUS) + 1


def test_one_that_is_stopped_leaves_nothing(engine: ElasticEngine, client: Elasticsearch) -> None:
    engine.replace(CORPUS)
    begun = engine.rebuild(lambda articles: map(engine.prepare, articles))
    next(begun)
    before = indices(engine, client)
    assert len(before) == 4
    begun.close()
    assert indices(engine, client) == [index for index in before if index.endswith("-000001")]
    assert searches(engine, client) == 0


def test_a_second_one_takes_over(engine: ElasticEngine, risky: ElasticEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first neither writes into what the second builds, nor puts it to use half built."""
    monkeypatch.setattr("search.elastic.keeping.rebuild.BATCH", 20)
    articles = [split(Said(f"Words {number}."), title=f"Title {number}") for number in range(45)]
    engine.replace(articles)
    second = risky.rebuild(lambda articles: map(risky.prepare, articles))

    def interrupted(articles: Iterable[SplitArticle]) -> Iterator[Prepared]:
        for number, one in enumerate(articles):
            if number == 30:
                assert next(second).articles == 20
            yield engine.prepare(one)

    with pytest.raises(EngineBusy, match="another rebuild of this index took over"):
        list(engine.rebuild(interrupted))
    assert engine.status().articles == 45
    assert next(told for told in second if told.in_use).articles == 45
    assert engine.status().articles == 45
    second.close()


def test_an_index_whose_name_only_begins_alike_is_left_alone(
    engine: ElasticEngine, elasticsearch_url: str, client: Elasticsearch
) -> None:
    engine.replace(CORPUS)
    with ElasticEngine(f"{elasticsearch_url}?index={engine.address.index}-articles-2024") as other:
        other.replace(CORPUS)
        client.indices.put_alias(index=f"{other.address.index}-articles-000001", name=f"{engine.address.index}-mine")
        rebuild(engine)
        assert other.status().articles == len(CORPUS)


def test_what_an_operator_named_is_left_alone(engine: ElasticEngine, client: Elasticsearch) -> None:
    engine.replace(CORPUS)
    kept = f"{engine.address.index}-articles-000002"
    client.indices.create(index=kept, mappings=ARTICLES, aliases={f"{engine.address.index}-kept": {}})
    rebuild(engine)
    assert client.indices.exists(index=kept)
    assert engine.status().articles == len(CORPUS)


def test_two_indices_behind_an_alias_are_named(engine: ElasticEngine, client: Elasticsearch) -> None:
    engine.replace(CORPUS)
    alias = f"{engine.address.index}-articles"
    client.indices.create(index=f"{alias}-000007", mappings=ARTICLES, aliases={alias: {}})
    with pytest.raises(IncompatibleIndex, match=f"leads to several indices \\({alias}-000001, {alias}-000007\\)"):
        rebuild(engine)


def test_an_older_demarche_can_not_delete_what_is_copied(engine: ElasticEngine, client: Elasticsearch) -> None:
    """It leaves no gravestone, so that its article would come back."""
    engine.replace(CORPUS)
    client.indices.put_mapping(index=f"{engine.address.index}-*", meta={"demarche_mapping": "2"})
    articles = f"{engine.address.index}-articles"

    def meanwhile(given: Iterable[SplitArticle]) -> Iterator[Prepared]:
        with pytest.raises(ApiError, match="cluster_block_exception"):
            client.delete(index=articles, id=CORPUS[0].article.id)
        yield from map(engine.prepare, given)

    list(engine.rebuild(meanwhile))
    client.delete(index=articles, id=CORPUS[0].article.id)


@pytest.mark.parametrize("change", ["replace", "delete"])
def test_a_writer_that_a_swap_came_between_begins_anew(
    engine: ElasticEngine, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    """Even where both indices, being made alike, have the same sequence numbers."""
    old, new = (split(*(Said(f"Words {n}.") for n in range(count)), title="One") for count in (3, 1))
    longer = split(*(Said(f"Words {n}.") for n in range(6)), title="One")
    engine.replace([old])
    rebuild(engine)
    asked = Writer.states

    def overtaken(writer: Writer, ids: Collection[str]) -> Mapping[str, State]:
        found = asked(writer, ids)
        monkeypatch.setattr(Writer, "states", asked)
        list(engine.rebuild(lambda articles: (engine.prepare(longer) for _ in articles)))
        return found

    if change == "replace":
        monkeypatch.setattr(Writer, "states", overtaken)
        engine.replace([new])
        assert engine.status().statements == 1
    else:
        monkeypatch.setattr(Writer, "states", lambda writer, ids: looked(writer, ids))

        def looked(writer: Writer, ids: Collection[str]) -> Mapping[str, State]:
            monkeypatch.setattr(Writer, "states", overtaken)  # at the second look, behind which it marks
            return asked(writer, ids)

        engine.delete(old.article.id)
        assert engine.status().statements == 0


@pytest.mark.parametrize("fault", [CUT, LOST])
def test_a_server_that_goes_away_at_any_request_costs_nothing(
    engine: ElasticEngine, risky: ElasticEngine, way: Way, fault: str
) -> None:
    """Even the answer to the swap may get lost: what is in use then is not removed."""

    def from_there_on(first: int, count: int, _path: str) -> str | None:
        return fault if count >= first else None

    def swapped() -> None:
        for told in risky.rebuild(lambda articles: map(risky.prepare, articles)):
            if told.in_use:
                return  # searches whose end got lost would be waited for

    engine.replace(CORPUS)
    swapped()
    requests = way.requests
    risky.be_patient(0, lambda _reason: None)
    for number in range(requests // 2, requests + 1, 5):
        way.again()
        way.fault = partial(from_there_on, number)
        with suppress(EngineUnavailable):
            swapped()
        assert {split.article.id for split in engine.every_article()} == {split.article.id for split in CORPUS}
    way.again()
    swapped()
    assert engine.status().articles == len(CORPUS)


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
