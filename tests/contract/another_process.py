"""What tests have another process do, and kill; see tests/forked.py."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

from schemas.statement import SplitArticle
from search.engine import Prepared
from search.opening import open_engine
from tests.contract.corpus import Said, split


def batch(words: str, statements: int) -> list[SplitArticle]:
    """Articles that are the same by their address whatever they say."""
    return [
        split(*(Said(f"The {words} words {n}.") for n in range(statements)), title=f"Article {number}", extractor=words)
        for number in range(20)
    ]


def write(address: str) -> None:
    with open_engine(address) as engine:
        engine.status()
        print("begins", flush=True)
        engine.replace(batch("new", 20))
        print("ends", flush=True)


def rebuild(address: str) -> None:
    with open_engine(address) as engine:

        def slowly(articles: Iterable[SplitArticle]) -> Iterator[Prepared]:
            for article in articles:
                time.sleep(0.005)
                yield engine.prepare(article)

        print("begins", flush=True)
        list(engine.rebuild(slowly))
