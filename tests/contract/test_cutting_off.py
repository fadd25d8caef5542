"""A writer killed at any moment: the same call again ends in the same index."""

from __future__ import annotations

import time

import pytest

from schemas.query import StatementQuery
from search.engine import Engine, Version
from search.opening import open_engine
from tests.contract.another_process import batch, write
from tests.forked import Forked

OLD, NEW = batch("old", 30), batch("new", 20)
WHOLE = {
    one.article.id: {
        Version(one.article.content_hash, one.extraction.extractor),
        Version(two.article.content_hash, two.extraction.extractor),
    }
    for one, two in zip(OLD, NEW, strict=True)
}


@pytest.mark.parametrize("delay", [0.0, 0.01, 0.05, 0.2], ids="after {} s".format)
def test_killed_and_done_again(engine: Engine, address: str, delay: float) -> None:
    engine.replace(OLD)
    writer = Forked(address, command=write)
    assert writer.stdout
    assert writer.stdout.readline() == "begins\n"
    time.sleep(delay)
    writer.kill()
    writer.communicate()

    with open_engine(address) as other:
        for article_id, version in other.versions(WHOLE).items():
            assert version in WHOLE[article_id]
            expected = 30 if version.extractor == "old" else 20
            assert len(other.article(article_id).extraction.statements) == expected
        other.replace(NEW)
        for one in NEW:
            assert other.article(one.article.id) == one
        assert other.search(StatementQuery(q="old")).total.value == 0
        assert other.search(StatementQuery()).total.value == len(NEW) * 20
        status = other.status()
        assert (status.articles, status.statements) == (len(NEW), len(NEW) * 20)
    assert engine.search(StatementQuery(q="new")).total.value == len(NEW) * 20
