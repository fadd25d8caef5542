"""Articles that an index holds under the id by which they were known formerly."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from indexer.inputs.input import Origin
from indexer.inputs.result import Loaded
from indexer.interchange.backup import write_line
from indexer.pipeline.versions import look_up
from indexer.readers.datasets.ndjson import load
from schemas.article import Article
from schemas.statement import SplitArticle
from search.engine import Engine
from search.opening import open_engine
from tests.contract.corpus import CORPUS

ORIGIN = Origin("here")
OWN = "3kfq2x7mz4w6n5ab"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    with open_engine(f"embedded://{tmp_path / 'index'}") as engine:
        yield engine


def under(engine: Engine, article: Article, id_: str) -> None:
    engine.replace([SplitArticle(replace(article, own_id=id_), CORPUS[1].extraction, CORPUS[1].ingested_at)])


def ids(engine: Engine, *articles: Article) -> list[str]:
    there = look_up(engine, {one.id: Loaded(one, ORIGIN, 0) for one in articles})
    return [one.article.id for one in there.articles.values()]


@pytest.mark.parametrize(
    "article",
    [Article("A text.", "A title"), Article("A text."), Article("A text.", url="https://a.example/1", own_id=OWN)],
    ids=["title", "text", "address"],
)
def test_unchanged_it_keeps_the_id_that_the_index_has_it_under(engine: Engine, article: Article) -> None:
    under(engine, article, article.former_id)
    assert ids(engine, article) == [article.former_id]
    assert ids(engine, replace(article, text="Another text.")) == [replace(article, text="Another text.").id]


def test_of_two_alike_only_one_keeps_it(engine: Engine) -> None:
    one = Article("A text.", url="https://a.example/1", own_id=OWN)
    two = replace(one, own_id="4kfq2x7mz4w6n5ab")
    under(engine, one, one.former_id)
    assert ids(engine, one, two) == [one.former_id, two.id]


def test_what_is_there_under_its_own_id_stays_so(engine: Engine) -> None:
    one = Article("A text.", url="https://a.example/1", own_id=OWN)
    under(engine, one, one.former_id)
    under(engine, one, OWN)
    assert ids(engine, one) == [OWN]


def test_an_exported_article_keeps_its_own(engine: Engine) -> None:
    told = CORPUS[0]
    under(engine, told.article, told.article.former_id)
    statements = tuple(replace(one, id=f"{OWN}-{n:02}") for n, one in enumerate(told.extraction.statements, 1))
    moved = replace(
        told, article=replace(told.article, own_id=OWN), extraction=replace(told.extraction, statements=statements)
    )
    back = load(orjson.loads(write_line(moved)), ORIGIN, 0)
    assert [one.article.id for one in look_up(engine, {OWN: back}).articles.values()] == [OWN]
