"""Each row of each table: the rules by which a sentence is split and its speaker found, one phenomenon after another.

A row that fails shows what is found now; a new one is written by hand. What is wrong today stands in none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from indexer.extraction.extractor import Extractor
from schemas.article import Article
from schemas.statement import Extraction
from tests.indexer.extraction.rules.table import Row, days, kinds, marked, mentioned, places, rows, speakers

HERE = Path(__file__).parent
Show = Callable[[Article, Extraction], str]
SHOWN: Mapping[str, Show] = {
    "content": marked,  # which words are said, by which cue
    "quotes": marked,  # which quotes are said, by whom, and which go on
    "speaking": marked,  # which words name who speaks
    "kinds": kinds,
    "people": speakers,  # whom a name, a pronoun or an office means, and what the text tells of them
    "states": speakers,  # states, bodies and several at once, and for which countries somebody speaks
    "places": places,  # which countries and territories an article is about
    "mentioned": mentioned,  # and a statement
    "days": days,  # when it was said
}
ROWS = [(row, show) for name, show in SHOWN.items() for row in rows(HERE / f"{name}.txt")]


@pytest.fixture(scope="module")
def extractions() -> Mapping[Article, Extraction]:
    """All texts are split at once, which is faster."""
    articles = [row.article for row, _ in ROWS]
    return dict(zip(articles, Extractor().extract_many(articles), strict=True))


@pytest.mark.parametrize(("row", "show"), ROWS, ids=lambda value: str(value) if isinstance(value, Row) else "")
def test_what_is_found(row: Row, show: Show, extractions: Mapping[Article, Extraction]) -> None:
    assert show(row.article, extractions[row.article]) == row.expected


def test_each_table_is_read() -> None:
    assert {path.stem for path in HERE.glob("*.txt")} == set(SHOWN)
