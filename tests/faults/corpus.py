"""Invented articles, as NDJSON, and what an index holds of them."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schemas.article import Article
from schemas.filters import Filters
from schemas.query import StatementQuery
from schemas.statement import Extraction, FoundStatement
from search.elastic.engine import ElasticEngine
from search.opening import open_engine

ARTICLES = 200
SPLIT_EVERY = 40  # articles there is one that must be split
QUERIES = (StatementQuery(), StatementQuery(q="gate 7"), StatementQuery(filters=Filters(speaker=("Anahit Vardumyan",))))


def article(number: int) -> dict[str, Any]:
    """With its statements, for most numbers."""
    text = (
        f"“We counted {number} litres at gate {number},” Anahit Vardumyan told reporters.\n\n"
        f"Baku denied on Monday that gate {number} had been shut."
    )
    told = {"title": f"Gate {number}", "source": "Herald", "published_on": "2023-07-17", "text": text}
    if number % SPLIT_EVERY == 0:
        return told
    name = text.index("Anahit")
    speaker = {"name": "Anahit Vardumyan", "mention": [name, name + len("Anahit Vardumyan")]}
    direct = {"kind": "direct", "spans": [[1, text.index("”")]], "speaker": speaker}
    indirect = {"kind": "indirect", "spans": [[text.rindex("gate"), len(text) - 1]], "speaker": None}
    return told | {"statements": [direct, indirect]}


def write(path: Path, numbers: Iterable[int]) -> Path:
    path.write_text("".join(json.dumps(article(number)) + "\n" for number in numbers), encoding="utf-8")
    return path


@dataclass(frozen=True)
class Contents:
    """All of an index that users can see, but for the moment of indexing."""

    articles: list[tuple[Article, Extraction]]
    statements: int
    totals: list[int]
    found: list[FoundStatement]


def contents(address: str) -> Contents:
    """Of everything that was written: what a killed command wrote last, Elasticsearch finds only within a second."""
    with open_engine(address) as engine:
        if isinstance(engine, ElasticEngine):
            with engine.access.reading() as names:
                engine.client.indices.refresh(index=[names.statements, names.articles])
        status = engine.status()
        articles = sorted(
            ((split.article, split.extraction) for split in engine.every_article()), key=lambda one: one[0].id
        )
        assert status.articles == len(articles)
        totals = [engine.search(query).total.value for query in QUERIES]
        found = sorted(engine.stream(StatementQuery()), key=lambda one: one.statement.id)
        return Contents(articles, status.statements, totals, found)


def wait_until_some_are_stored(address: str) -> None:
    with open_engine(address) as engine:
        while not engine.status().articles:
            time.sleep(0.1)
