"""A writer killed at any moment: the same call again ends in the same index."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from schemas.query import StatementQuery
from schemas.statement import SplitArticle
from search.engine import Engine, Version
from search.opening import open_engine
from tests.contract.corpus import Said, split

ROOT = Path(__file__).parents[2]
WRITER = """
import sys
from search.opening import open_engine
from tests.contract.test_cutting_off import batch
with open_engine(sys.argv[1]) as engine:
    engine.status()
    print("begins", flush=True)
    engine.replace(batch("new", 20))
    print("ends", flush=True)
"""


def batch(words: str, statements: int) -> list[SplitArticle]:
    """Articles that are the same by their address whatever they say."""
    return [
        split(*(Said(f"The {words} words {n}.") for n in range(statements)), title=f"Article {number}", extractor=words)
        for number in range(40)
    ]


OLD, NEW = batch("old", 30), batch("new", 20)
WHOLE = {
    one.article.id: {
        Version(one.article.content_hash, one.extraction.extractor),
        Version(two.article.content_hash, two.extraction.extractor),
    }
    for one, two in zip(OLD, NEW, strict=True)
}


@pytest.mark.parametrize("delay", [0.0, 0.005, 0.02, 0.04, 0.08, 0.3], ids="after {} s".format)
def test_killed_and_done_again(engine: Engine, address: str, delay: float) -> None:
    engine.replace(OLD)
    writer = subprocess.Popen([sys.executable, "-c", WRITER, address], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    with writer:
        assert writer.stdout.readline() == "begins\n"
        time.sleep(delay)
        writer.kill()

    with open_engine(address) as other:
        for article_id, version in other.versions(WHOLE).items():
            assert version in WHOLE[article_id]
            expected = 30 if version.extractor == "old" else 20
            assert len(other.article(article_id).extraction.statements) == expected
        other.replace(NEW)
        for one in NEW:
            assert other.article(one.article.id) == one
        assert other.search(StatementQuery(q="old")).total.value == 0
        assert other.search(StatementQuery()).total.value == 40 * 20
        status = other.status()
        assert (status.articles, status.statements) == (40, 40 * 20)
    assert engine.search(StatementQuery(q="new")).total.value == 40 * 20
