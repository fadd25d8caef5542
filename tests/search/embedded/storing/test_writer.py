"""What becomes of a write that is begun and not brought to its end."""

from __future__ import annotations

from pathlib import Path

import pytest

from schemas.query import StatementQuery
from search.embedded.engine import EmbeddedEngine
from search.errors import EngineBusy, EngineUnavailable
from tests.contract.corpus import CORPUS


@pytest.fixture
def engine(tmp_path: Path) -> EmbeddedEngine:
    return EmbeddedEngine(tmp_path / "index", patience=0.1)


def test_others_wait_until_it_is_done(engine: EmbeddedEngine) -> None:
    finish = engine.begin([engine.prepare(CORPUS[0])])
    with pytest.raises(EngineBusy):
        engine.replace([CORPUS[1]])
    finish()
    assert engine.replace([CORPUS[1]]).added == 1


def test_forgotten_it_leaves_nothing_and_keeps_nobody_waiting(engine: EmbeddedEngine) -> None:
    finish = engine.begin([engine.prepare(CORPUS[0])])
    del finish
    assert engine.replace([CORPUS[1]]).added == 1
    assert engine.status().articles == 1
    assert engine.search(StatementQuery()).total.value == len(CORPUS[1].extraction.statements)


def test_one_that_cannot_be_added_leaves_nothing(engine: EmbeddedEngine) -> None:
    good, bad = engine.prepare(CORPUS[0]), engine.prepare(CORPUS[1])
    bad.document["article_published_day"] = "no number"
    with pytest.raises(EngineUnavailable, match="can't be written"):
        engine.begin([good, bad])
    assert engine.status().articles == 0
    assert engine.replace([CORPUS[1]]).added == 1


def test_an_index_that_may_only_be_read(engine: EmbeddedEngine) -> None:
    """As far as a lock that can't be opened is like one: whoever tests may be root, who may write anything."""
    engine.replace([CORPUS[0]])
    lock = engine.path / "writer.lock"
    lock.unlink()
    lock.mkdir()
    for write in (lambda: engine.replace([CORPUS[1]]), lambda: engine.delete(CORPUS[0].article.id)):
        with pytest.raises(EngineUnavailable, match="can't be written: Is a directory"):
            write()
    assert engine.status().articles == 1
