"""Counting more values than tantivy gives at once."""

from __future__ import annotations

from pathlib import Path

from schemas.page import Bucket
from schemas.query import StatementQuery
from search.embedded.engine import EmbeddedEngine
from tests.contract.corpus import Said, split

MOST_BUCKETS = 65_000  # of one answer of tantivy's, which fails with more
SIZE = 3


def test_more_equals_than_tantivy_gives_at_once(tmp_path: Path) -> None:
    engine = EmbeddedEngine(tmp_path / "index")
    names = tuple(f"X{n:05}" for n in range(MOST_BUCKETS + 1))
    engine.replace([split(Said("Yes.", about=names), Said("No.", about=names[7:8]))])
    found = engine.facets(StatementQuery(), ["about"], SIZE)["about"]
    expected = [(names[7], 2), (names[0], 1), (names[1], 1)]
    assert found == tuple(Bucket(name, count, name) for name, count in expected)
