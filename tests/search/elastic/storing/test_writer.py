"""A writing cut off anywhere, and the same call again: the same index. Two writers at once: one version of each."""

from __future__ import annotations

import random
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace

import pytest
from elasticsearch import Elasticsearch

from schemas.query import StatementQuery
from search.elastic.engine import ElasticEngine
from search.errors import EngineUnavailable, NotFound
from tests.forked import Forked
from tests.search.elastic.proxy import CUT, LOST, Way
from tests.search.elastic.storing.another_process import article, write


def contents(client: Elasticsearch, index: str) -> dict[str, object]:
    """All that both indices hold, by id, but for the time it came in, and for gravestones."""
    client.indices.refresh(index=f"{index}-*")
    held = {}
    for name in ("statements", "articles"):
        for hit in client.search(index=f"{index}-{name}", size=1000, version=False)["hits"]["hits"]:
            if "deleted" in hit["_source"]:
                continue
            hit["_source"]["stored"].pop("ingested_at", None)
            held[f"{name} {hit['_id']}"] = hit["_source"]
    return held


OLD = [article(1, "old", 5), article(2, "old", 2)]
NEW = [article(1, "new", 3), article(2, "new", 4), article(3, "new", 2)]


@pytest.fixture
def undisturbed(elasticsearch_url: str, client: Elasticsearch, index: str) -> dict[str, object]:
    with ElasticEngine(f"{elasticsearch_url}?index={index}-undisturbed") as engine:
        engine.replace(NEW)
    return contents(client, f"{index}-undisturbed")


@pytest.mark.parametrize("last", [CUT, LOST])
def test_cut_off_after_any_request_the_same_call_ends_in_the_same_index(
    way: Way, risky: ElasticEngine, client: Elasticsearch, index: str, undisturbed: dict[str, object], last: str
) -> None:
    cut_off = 0
    for survivors in range(20):
        risky.replace(OLD)
        way.again()
        way.fault = lambda count, _path, n=survivors: None if count < n else last if count == n else CUT
        try:
            risky.replace(NEW)
        except EngineUnavailable:
            cut_off += 1
        done = way.requests <= survivors
        way.again()
        if not done:
            client.indices.refresh(index=f"{index}-*")  # which may have been what was cut off
            whole = risky.versions([new.article.id for new in NEW])
            for new in NEW:
                if new.article.id in whole:
                    assert risky.article(new.article.id).extraction in (
                        new.extraction,
                        *(old.extraction for old in OLD if old.article.id == new.article.id),
                    )
        risky.replace(NEW)
        assert contents(client, index) == undisturbed
        risky.delete(NEW[2].article.id)  # which is not among the old ones
        if done:
            break
    assert cut_off >= 4, "each kind of request was cut off once"
    assert done, "at last one went through"


def test_nothing_survives_of_an_earlier_version_that_was_itself_cut_off(
    way: Way, risky: ElasticEngine, client: Elasticsearch, index: str
) -> None:
    risky.status()
    way.again()
    way.fault = lambda count, _path: None if count < 3 else CUT  # read, marked, statements written: never made whole
    with pytest.raises(EngineUnavailable):
        risky.replace([article(1, "first", 6)])
    way.again()
    client.indices.refresh(index=f"{index}-*")
    assert risky.count(StatementQuery(q="first")).value == 6
    assert risky.versions([article(1, "first", 6).article.id]) == {}
    with pytest.raises(NotFound):
        risky.article(article(1, "first", 6).article.id)
    shorter = article(1, "second", 1)
    assert shorter.article.id == article(1, "first", 6).article.id
    risky.replace([shorter])
    assert risky.count(StatementQuery()).value == 1
    assert len(contents(client, index)) == 2


def test_a_reader_finds_the_old_article_while_the_new_one_is_being_written(way: Way, risky: ElasticEngine) -> None:
    risky.replace(OLD)
    way.again()
    way.fault = lambda count, _path: None if count < 2 else CUT
    with pytest.raises(EngineUnavailable):
        risky.replace([NEW[0]])
    way.again()
    assert risky.article(OLD[0].article.id) == OLD[0]
    assert OLD[0].article.id not in risky.versions([OLD[0].article.id])


def test_a_deletion_cut_off_can_be_done_again(
    way: Way, risky: ElasticEngine, client: Elasticsearch, index: str
) -> None:
    for survivors in range(12):
        risky.replace(OLD)
        way.again()
        way.fault = lambda count, _path, n=survivors: None if count < n else LOST if count == n else CUT
        with suppress(EngineUnavailable):
            risky.delete(OLD[0].article.id)
        done = way.requests <= survivors
        way.again()
        with suppress(NotFound):
            risky.delete(OLD[0].article.id)
        assert {key.split()[1][:16] for key in contents(client, index)} == {OLD[1].article.id}
        if done:
            return
    pytest.fail("no deletion went through")


def test_writers_of_the_same_articles_at_once_leave_one_version_of_each(
    elasticsearch_url: str, client: Elasticsearch, index: str
) -> None:
    versions = [[article(n, f"v{v}", 1 + (v + n) % 4) for n in range(6)] for v in range(4)]
    engines = [ElasticEngine(f"{elasticsearch_url}?index={index}") for _ in versions]
    with ThreadPoolExecutor(len(engines)) as pool:
        list(pool.map(lambda engine, articles: engine.replace(articles), engines, versions))
    for n in range(6):
        id_ = versions[0][n].article.id
        texts = [
            s["stored"]["statement"]["text"] for key, s in contents(client, index).items() if f"statements {id_}" in key
        ]
        written = [[s.text for s in version[n].extraction.statements] for version in versions]
        assert sorted(texts) in written
        assert [s.text for s in engines[0].article(id_).extraction.statements] in written
    for engine in engines:
        engine.close()


def test_killed_at_random_moments_the_same_command_ends_in_the_same_index(
    elasticsearch_url: str, client: Elasticsearch, index: str
) -> None:
    write(f"{elasticsearch_url}?index={index}-undisturbed")
    chance = random.Random(20261124)
    address = f"{elasticsearch_url}?index={index}-killed"
    killed = 0
    for _ in range(6):
        process = Forked(address, command=write)
        assert process.stdout
        assert process.stdout.readline() == "begun\n"
        time.sleep(chance.uniform(0.02, 0.4))
        process.kill()
        process.communicate()
        killed += process.returncode == -signal.SIGKILL
    assert killed >= 3
    write(address)
    assert contents(client, f"{index}-killed") == contents(client, f"{index}-undisturbed")


def test_an_article_that_came_twice_stays_as_it_came_last(engine: ElasticEngine) -> None:
    first, last = article(1, "first", 3), article(1, "last", 1)
    engine.replace([first, article(2, "other", 1), last])
    assert engine.article(last.article.id) == last
    assert engine.count(StatementQuery()).value == 2


def test_an_unchanged_article_is_not_written_again(way: Way, risky: ElasticEngine) -> None:
    risky.replace(OLD)
    later = [replace(old, ingested_at=old.ingested_at.replace(year=2031)) for old in OLD]
    way.again()
    assert risky.replace(later).updated == 0
    assert way.items == 0
