"""Lists of articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.article import Article
from schemas.dates.partial_dates import PartialDate
from schemas.filters import Filters
from schemas.query import ArticleQuery, Sort, StatementQuery
from schemas.statement import Extraction, SplitArticle
from search.engine import Engine
from search.errors import QueryError
from tests.contract.corpus import CORPUS, INGESTED, Said, split

FRIDAY, JUNE, UNDATED, YEARBOOK = (one.article.title for one in CORPUS)


def titles(engine: Engine, query: ArticleQuery) -> list[str]:
    page = engine.articles(query)
    assert page.total.value == len(page.data)
    return [found.article.title for found in page.data]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (ArticleQuery(), [JUNE, FRIDAY, YEARBOOK, UNDATED]),
        (ArticleQuery(sort=Sort.OLDEST), [YEARBOOK, FRIDAY, JUNE, UNDATED]),
        (ArticleQuery(q="briefs"), [JUNE, FRIDAY]),
        (ArticleQuery(q='"in brief" -june'), [FRIDAY]),
        (ArticleQuery(q="yearb* OR undatd~"), [YEARBOOK, UNDATED]),
        (ArticleQuery(q="friday NEAR/2 brief"), [FRIDAY]),
        (ArticleQuery(q="-brief"), [YEARBOOK, UNDATED]),
        (ArticleQuery(q="corridor"), []),
        (ArticleQuery(q="source:harbour-post -yearbook"), [JUNE]),
        (ArticleQuery(q="published:2024"), [JUNE, FRIDAY]),
        (ArticleQuery(filters=Filters(source=("harbour-post",))), [JUNE, YEARBOOK]),
        (ArticleQuery(filters=Filters(country=("AZ",))), [JUNE, FRIDAY, YEARBOOK, UNDATED]),
        (ArticleQuery(filters=Filters(country=("TR",))), []),
        (ArticleQuery(filters=Filters(territory=("Upper Valley",))), [JUNE, FRIDAY, YEARBOOK, UNDATED]),
        (ArticleQuery(q="-territory:tibet", filters=Filters(source=("harbour-post",))), [JUNE, YEARBOOK]),
        (ArticleQuery(filters=Filters(territory=("Tibet",))), []),
        (ArticleQuery(date_from=PartialDate(2024, 6, 15)), [JUNE]),
        (ArticleQuery(date_to=PartialDate(2024, 5)), [FRIDAY, YEARBOOK]),
    ],
    ids=repr,
)
def test_finds(filled: Engine, query: ArticleQuery, expected: list[str]) -> None:
    assert titles(filled, query) == expected


def test_what_a_list_says_of_an_article(filled: Engine) -> None:
    (found,) = filled.articles(ArticleQuery(q="friday")).data
    assert (found.article.id, found.article.published_on) == (CORPUS[0].article.id, PartialDate(2024, 5, 10))
    assert (found.statements, found.countries, found.territories) == (3, ("AM", "AZ"), ("Upper Valley",))
    assert (found.language, found.split, found.extractor, found.ingested_at) == ("en", True, "test-1", INGESTED)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        (ArticleQuery(q='"'), "unbalanced-quote"),
        (ArticleQuery(q="friday -(speaker:kedrov)"), "unknown-field"),
        (ArticleQuery(q="said:2024"), "unknown-field"),
        (ArticleQuery(filters=Filters(speaker=("kedrov",))), "unknown-field"),
        (ArticleQuery(date_from=PartialDate(2025), date_to=PartialDate(2024)), "empty-interval"),
        (ArticleQuery(cursor="nonsense"), "bad-cursor"),
    ],
    ids=repr,
)
def test_what_cannot_be_asked(filled: Engine, query: ArticleQuery, code: str) -> None:
    with pytest.raises(QueryError) as raised:
        filled.articles(query)
    assert raised.value.fault.code == code


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.OLDEST])
@pytest.mark.parametrize("limit", [2, 7])
def test_each_once_to_the_end_while_being_written(engine: Engine, sort: Sort, limit: int) -> None:
    articles = [split(Said("Yes."), title=f"Note {n}", published=f"2024-0{1 + n % 5}") for n in range(20)]
    engine.replace(articles)
    query = ArticleQuery(sort=sort, limit=limit)
    seen: list[str] = []
    while True:
        page = engine.articles(query)
        seen += [found.article.id for found in page.data]
        if page.next is None:
            break
        engine.replace([split(Said("No."), title=f"Later {len(seen)}", published="2024-03")])
        query = replace(query, cursor=page.next)
    assert len(seen) == len(set(seen))
    assert {one.article.id for one in articles} <= set(seen)


def test_an_article_that_is_not_split_is_found_by_the_words_of_its_text(engine: Engine) -> None:
    article = Article("Le ministre a visité l’écluse. Elle rouvrira.", "Visite", language="fr")
    engine.replace([SplitArticle(article, Extraction((), (), (), "test-1", split=False), INGESTED), *CORPUS])
    for q in ("ministre", '"visité l\'écluse"', "roouvrira~", "eclus*", "visite NEAR/3 ministre", "visite"):
        assert titles(engine, ArticleQuery(q=q)) == ["Visite"], q
    assert titles(engine, ArticleQuery(q="corridor")) == []
    assert engine.count(StatementQuery(q="ministre")).value == 0
    (found,) = engine.articles(ArticleQuery(q="visite")).data
    assert (found.language, found.split, found.statements) == ("fr", False, 0)
    stored = engine.article(article.id)
    assert (stored.article, stored.extraction.split) == (article, False)
