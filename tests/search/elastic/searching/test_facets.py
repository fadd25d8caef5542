"""Counts are exact however many shards there are, also of values that are rare on each of them."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from elasticsearch import Elasticsearch

from schemas.query import StatementQuery
from search.elastic.engine import ElasticEngine
from search.elastic.index.mapping import STATEMENTS
from search.elastic.searching import facets
from search.elastic.searching.reader import Reader
from tests.contract.corpus import Said, split
from tests.search.elastic.proxy import Way

SHARDS = 4


@pytest.fixture
def spread(engine: ElasticEngine, client: Elasticsearch, index: str) -> ElasticEngine:
    """An empty engine whose statements are spread over shards, as an operator may lay it out."""
    client.indices.create(
        index=f"{index}-statements-000001",
        mappings=STATEMENTS,
        aliases={f"{index}-statements": {"is_write_index": True}},
        settings={"number_of_shards": SHARDS},
    )
    return engine


@pytest.mark.parametrize("size", [0, 1, 3, 10, 1000])
def test_exact_on_several_shards(
    spread: ElasticEngine, client: Elasticsearch, index: str, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    chance = random.Random(9)
    speakers = [f"Speaker {min(int(chance.expovariate(0.05)), 80):02}" for _ in range(600)]
    spread.replace([split(*(Said("Bridges are open.", by=name) for name in speakers), title="Bridges")])
    shards = client.indices.stats(index=f"{index}-statements", level="shards")["indices"].popitem()[1]["shards"]
    assert len(shards) == SHARDS
    monkeypatch.setattr(facets, "FIRST_SHARD_SIZE", 1)
    monkeypatch.setattr(facets, "GROWTH", 2)
    expected = sorted(Counter(speakers).items(), key=lambda counted: (-counted[1], counted[0]))[:size]
    found = spread.facets(StatementQuery(q="bridges"), ["speaker", "kind"], size)
    assert [(bucket.value, bucket.count) for bucket in found["speaker"]] == expected
    assert [bucket.count for bucket in found["kind"]] == [600][:size]


def test_one_shard_is_asked_once(way: Way, risky: ElasticEngine) -> None:
    risky.replace([split(*(Said("Bridges are open.", by=f"Speaker {n}") for n in range(1500)), title="Bridges")])
    way.again()
    assert len(risky.facets(StatementQuery(), ["speaker"], 5)["speaker"]) == 5
    assert way.requests == 1


def test_first_answers_of_few_values_would_not_have_been_exact(spread: ElasticEngine, index: str) -> None:
    """Else the test above would prove nothing."""
    chance = random.Random(9)
    speakers = [f"Speaker {min(int(chance.expovariate(0.05)), 80):02}" for _ in range(600)]
    spread.replace([split(*(Said("Bridges are open.", by=name) for name in speakers), title="Bridges")])
    answers = facets.counted(Reader(spread.client, f"{index}-statements"), StatementQuery(), ["speaker"], 10, 10)
    assert not facets.exact(answers["speaker"])
