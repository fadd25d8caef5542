"""Counts are exact however many shards there are, also of values that are rare on each of them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest

from schemas.query import StatementQuery
from schemas.statement import SplitArticle
from search.elastic.engine import ElasticEngine
from search.elastic.index.mapping import STATEMENTS
from search.elastic.searching import facets
from search.elastic.searching.reader import Reader
from tests.contract.corpus import Said, split
from tests.elasticsearch.indices import beginning
from tests.search.elastic.proxy import Way

SHARDS = 4
CHANCE = random.Random(9)
SPEAKERS = [f"speaker-{min(int(CHANCE.expovariate(0.05)), 80):02}" for _ in range(600)]


@pytest.fixture(scope="module")
def spread(elasticsearch_url: str) -> Iterator[ElasticEngine]:
    """Its statements are spread over shards, as an operator may lay it out; tests only read it."""
    with beginning(elasticsearch_url) as index, ElasticEngine(f"{elasticsearch_url}?index={index}") as engine:
        engine.client.indices.create(
            index=f"{index}-statements-000001",
            mappings=STATEMENTS,
            aliases={f"{index}-statements": {"is_write_index": True}},
            settings={"number_of_shards": SHARDS},
        )
        engine.replace([bridges(SPEAKERS)])
        yield engine


def bridges(speaker_ids: Iterable[str]) -> SplitArticle:
    return split(*(Said("Bridges are open.", by="Ilk", speaker_id=each) for each in speaker_ids), title="Bridges")


@pytest.mark.parametrize("size", [0, 1, 3, 10, 1000])
def test_exact_on_several_shards(spread: ElasticEngine, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    index = f"{spread.address.index}-statements"
    shards = spread.client.indices.stats(index=index, level="shards")["indices"].popitem()[1]["shards"]
    assert len(shards) == SHARDS
    monkeypatch.setattr(facets, "FIRST_SHARD_SIZE", 1)
    monkeypatch.setattr(facets, "GROWTH", 2)
    expected = sorted(Counter(SPEAKERS).items(), key=lambda counted: (-counted[1], counted[0]))[:size]
    found = spread.facets(StatementQuery(q="bridges"), ["speaker_id", "kind"], size)
    assert [(bucket.value, bucket.count) for bucket in found["speaker_id"]] == expected
    assert [bucket.count for bucket in found["kind"]] == [len(SPEAKERS)][:size]


def test_one_shard_is_asked_once(way: Way, risky: ElasticEngine) -> None:
    """Once it is known what the speakers are called."""
    risky.replace([bridges(f"person:{n}" for n in range(1500))])
    view = risky.view()
    assert len(view.facets(StatementQuery(), ["speaker_id"], 5)["speaker_id"]) == 5
    way.again()
    assert len(view.facets(StatementQuery(), ["speaker_id"], 5)["speaker_id"]) == 5
    assert way.requests == 1


def test_first_answers_of_few_values_would_not_have_been_exact(spread: ElasticEngine) -> None:
    """Else the test above would prove nothing."""
    reader = Reader(spread.client, f"{spread.address.index}-statements")
    answers = facets.counted(reader, StatementQuery(), ["speaker_id"], 10, 10)
    assert not facets.exact(answers["speaker_id"])
