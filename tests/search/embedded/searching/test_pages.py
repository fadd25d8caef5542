"""Pages where one number tells nothing apart: equal sort keys, equal scores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from schemas.query import Sort, StatementQuery
from search.documents.index_fields import sort_keys
from search.embedded.engine import EmbeddedEngine
from search.embedded.storing import documents
from tests.contract.corpus import Said, split

MANY = [split(*(Said("The same words.") for _ in range(3)), title=f"Article {n}") for n in range(50)]
IDS = sorted(said.id for one in MANY for said in one.extraction.statements)


def walk(engine: EmbeddedEngine, query: StatementQuery) -> list[str]:
    ids: list[str] = []
    while True:
        page = engine.search(query)
        ids += [found.statement.id for found in page.data]
        if page.next is None:
            return ids
        query = replace(query, cursor=page.next)


@pytest.fixture(scope="module")
def colliding(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedEngine]:
    """As if all articles fell upon one hash, and had more statements than there are places."""
    keys = sort_keys("published", MANY[0].article.published_on, "one article", 0)
    indexed = documents.indexed_statements
    collided = lambda split: ((statement, fields | keys) for statement, fields in indexed(split))  # noqa: E731
    with pytest.MonkeyPatch.context() as patch, EmbeddedEngine(tmp_path_factory.mktemp("colliding")) as engine:
        patch.setattr(documents, "indexed_statements", collided)
        engine.replace(MANY[:20])
        engine.replace(MANY[20:])
        yield engine


@pytest.mark.parametrize("limit", [2, 7, 50, 100])
@pytest.mark.parametrize("sort", Sort)
def test_equal_keys_are_told_apart_by_id(colliding: EmbeddedEngine, sort: Sort, limit: int) -> None:
    assert walk(colliding, StatementQuery(q="words", sort=sort, limit=limit)) == IDS


def test_a_group_of_equal_scores_wider_than_any_first_look(tmp_path: Path) -> None:
    with EmbeddedEngine(tmp_path / "index") as engine:
        engine.replace(MANY)
        newest = walk(engine, StatementQuery(q="words", sort=Sort.NEWEST, limit=100))
        for limit in (1, 9, 100):
            assert walk(engine, StatementQuery(q="words", sort=Sort.RELEVANCE, limit=limit)) == newest
