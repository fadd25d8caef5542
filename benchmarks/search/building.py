"""The same made-up statements in every store, built once and kept for the next run."""

from __future__ import annotations

import itertools
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.search.corpus import Maker
from schemas.statement import SplitArticle
from search.engine import Engine
from search.opening import open_engine

ARTICLES_A_BATCH = 1_000
PATIENCE = 300  # seconds: a node with a small heap may be busy for a while

TABLE = """
create table statements (
    rowid integer primary key, id text, text text, title text, url text, speaker text, role text,
    speaker_country text, source text, kind text, act text, published_on text, before text, after text
);
"""
# An external-content table, as `sqlite-utils enable-fts --tokenize porter` makes; an index for each column that is
# filtered, sorted or counted by; and statistics for the planner.
INDEXES = """
create virtual table statements_fts using fts5 (text, title, content='statements', tokenize='porter unicode61');
insert into statements_fts (statements_fts) values ('rebuild');
insert into statements_fts (statements_fts) values ('optimize');
create index of_speaker on statements (speaker);
create index of_speaker_country on statements (speaker_country);
create index of_source on statements (source);
create index of_kind on statements (kind);
create index of_published_on on statements (published_on);
analyze;
"""


def batches(statements: int) -> Iterator[list[SplitArticle]]:
    articles = Maker().articles(statements)
    while batch := list(itertools.islice(articles, ARTICLES_A_BATCH)):
        yield batch


def fill(address: str, statements: int) -> float:
    """Fill one of our engines; the seconds that it took to write, without those to make the articles up."""
    with open_engine(address) as engine:
        engine.be_patient(PATIENCE, lambda reason: print(reason, file=sys.stderr))
        return sum(timed(engine, batch) for batch in batches(statements))


def timed(engine: Engine, batch: list[SplitArticle]) -> float:
    begin = time.perf_counter()
    engine.replace(batch)
    return time.perf_counter() - begin


def fill_sqlite(path: Path, statements: int) -> float:
    begin = time.perf_counter()
    with sqlite3.connect(path) as database:
        database.executescript(TABLE)
        for batch in batches(statements):
            database.executemany(
                f"insert into statements values (null, {', '.join('?' * 13)})",
                (row for split in batch for row in rows(split)),
            )
    database.executescript(INDEXES)
    database.close()
    return time.perf_counter() - begin


def rows(split: SplitArticle) -> Iterator[tuple[str, ...]]:
    article = split.article
    for statement in split.extraction.statements:
        assert article.source
        assert statement.speaker
        assert statement.cue
        yield (
            statement.id,
            statement.text,
            article.title,
            article.url,
            statement.speaker.name,
            statement.speaker.role or "",
            statement.speaker.countries[0],
            article.source.name,
            statement.kind.value,
            statement.cue.act.value,
            str(article.published_on),
            statement.context.before,
            statement.context.after,
        )


def once(path: Path, build: Callable[[], float]) -> float | None:
    """Build what `path` is to mark as built, unless it was; the seconds it took, None if it was there."""
    if path.exists():
        return None
    seconds = build()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{seconds:.1f}\n", encoding="utf-8")
    return seconds
