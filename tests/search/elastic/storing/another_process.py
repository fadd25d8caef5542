"""What a test has another process write; see tests/forked.py."""

from __future__ import annotations

from schemas.statement import SplitArticle
from search.elastic.engine import ElasticEngine
from tests.contract.corpus import Said, split


def article(number: int, version: str, statements: int) -> SplitArticle:
    said = [Said(f"Sentence {place} of version {version} about bridges.") for place in range(statements)]
    return split(*said, title=f"Bridge {number}")


def write(address: str) -> None:
    with ElasticEngine(address) as engine:
        print("begun", flush=True)
        for first in range(0, 60, 10):
            engine.replace([article(n, "killed", 1 + n % 5) for n in range(first, first + 10)])
