"""Storing, replacing and deleting articles with their statements."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from schemas.article import Article
from schemas.query import StatementQuery
from schemas.statement import Extraction, SplitArticle
from search.engine import Engine, Replaced, Version
from search.errors import NotFound
from search.opening import open_engine
from tests.contract.corpus import CORPUS, INGESTED, Said, split, texts

FIRST = split(Said("The old words.", by="Anna Petrosjan"), Said("More old words."))
SECOND = split(Said("The new words."))


def test_an_empty_engine_answers(engine: Engine) -> None:
    page = engine.search(StatementQuery(q="anything"))
    assert (page.data, page.total.value, page.next) == ((), 0, None)
    assert engine.search(StatementQuery()).data == ()
    assert engine.facets(StatementQuery(), ["country"], 5) == {"country": ()}
    status = engine.status()
    assert (status.articles, status.statements) == (0, 0)


@pytest.mark.parametrize("one", CORPUS, ids=lambda one: one.article.title)
def test_an_article_comes_back_as_it_went_in(filled: Engine, one: SplitArticle) -> None:
    assert filled.article(one.article.id) == one


def test_a_statement_comes_back_as_it_went_in(filled: Engine) -> None:
    for one in CORPUS:
        for statement in one.extraction.statements:
            found = filled.get(statement.id)
            assert found.statement == statement
            assert (found.article.id, found.article.title, found.article.url) == (
                one.article.id,
                one.article.title,
                one.article.url,
            )
            assert (found.article.source, found.article.published_on) == (one.article.source, one.article.published_on)


def test_text_comes_back_to_the_last_code_point(engine: Engine) -> None:
    text = "\ufeffDecomposed e\u0301, \U0001f600, \x00\x1f,\r\n\ttabs and “quotes” \u202e."
    article = Article(text=text, title=" ", url=None, language="az")
    engine.replace([SplitArticle(article, Extraction((), (), (), "test-1"), INGESTED)])
    assert engine.article(article.id).article.text == text


def test_what_is_not_there(filled: Engine) -> None:
    for call in (filled.get, filled.article, filled.delete):
        for unknown in ("nothing", "", "x" * 3000, "../..", "*"):
            with pytest.raises(NotFound):
                call(unknown)


def test_no_statement_of_an_earlier_version_survives(engine: Engine) -> None:
    assert engine.replace([FIRST]) == Replaced(added=1, updated=0)
    assert engine.replace([same_article(SECOND)]) == Replaced(added=0, updated=1)
    assert texts(engine.search(StatementQuery())) == ["The new words."]
    assert engine.facets(StatementQuery(), ["speaker"], 5)["speaker"] == ()
    assert engine.article(FIRST.article.id) == same_article(SECOND)
    with pytest.raises(NotFound):
        engine.get(FIRST.extraction.statements[1].id)
    status = engine.status()
    assert (status.articles, status.statements) == (1, 1)


def test_the_same_again_changes_nothing(engine: Engine) -> None:
    engine.replace(CORPUS)
    before = engine.search(StatementQuery(limit=100))
    later = [replace(one, ingested_at=one.ingested_at + timedelta(days=1)) for one in CORPUS]
    assert engine.replace(later) == Replaced(added=0, updated=0)
    assert engine.search(StatementQuery(limit=100)) == before


def test_some_new_some_changed_some_the_same(engine: Engine) -> None:
    engine.replace([FIRST, CORPUS[0]])
    assert engine.replace([CORPUS[0], same_article(SECOND), CORPUS[1]]) == Replaced(added=1, updated=1)


def test_other_statements_of_the_same_text_replace(engine: Engine) -> None:
    """An article whose text is the same may be split anew, by the same extractor with other data."""
    engine.replace([FIRST])
    fewer = replace(FIRST, extraction=replace(FIRST.extraction, statements=FIRST.extraction.statements[:1]))
    assert engine.replace([fewer]) == Replaced(added=0, updated=1)
    assert texts(engine.search(StatementQuery())) == ["The old words."]


def test_an_article_without_statements(engine: Engine) -> None:
    engine.replace([FIRST])
    none = replace(FIRST, extraction=replace(FIRST.extraction, statements=()))
    engine.replace([none])
    assert engine.search(StatementQuery()).total.value == 0
    assert engine.article(FIRST.article.id) == none
    assert engine.versions([FIRST.article.id])


def test_what_is_begun_may_be_brought_to_its_end_by_another_thread(engine: Engine) -> None:
    finish = engine.begin(map(engine.prepare, [FIRST]))
    assert engine.search(StatementQuery()).data == ()
    with ThreadPoolExecutor() as other:
        assert other.submit(finish).result() == Replaced(added=1, updated=0)
    assert len(engine.search(StatementQuery()).data) == 2


def test_nothing_to_replace(engine: Engine) -> None:
    assert engine.replace([]) == Replaced(0, 0)


def test_any_iterable_will_do(engine: Engine) -> None:
    assert engine.replace(iter(CORPUS)) == Replaced(added=len(CORPUS), updated=0)


def test_of_the_same_article_twice_the_later_counts(engine: Engine) -> None:
    engine.replace([FIRST, same_article(SECOND)])
    assert texts(engine.search(StatementQuery())) == ["The new words."]


def test_delete_takes_all_of_it(engine: Engine) -> None:
    engine.replace([FIRST, CORPUS[0]])
    engine.delete(FIRST.article.id)
    assert engine.search(StatementQuery(q="old")).total.value == 0
    assert engine.versions([FIRST.article.id]) == {}
    assert engine.status().articles == 1
    for gone in (engine.article, engine.delete):
        with pytest.raises(NotFound):
            gone(FIRST.article.id)
    assert engine.replace([FIRST]) == Replaced(added=1, updated=0)


def test_versions_of_what_is_indexed(filled: Engine) -> None:
    ids = [one.article.id for one in CORPUS]
    assert filled.versions([*ids, "unknown"]) == {
        one.article.id: Version(one.article.content_hash, one.extraction.extractor) for one in CORPUS
    }
    assert filled.versions([]) == {}


def test_versions_of_many(filled: Engine) -> None:
    known = CORPUS[0].article.id
    assert list(filled.versions([*(f"unknown-{n}" for n in range(3000)), known])) == [known]


def test_an_article_of_thousands_of_statements(engine: Engine) -> None:
    big = split(*(Said(f"Statement number {n}.") for n in range(3000)))
    engine.replace([big])
    assert engine.article(big.article.id) == big
    assert engine.search(StatementQuery(q="statement")).total.value == 3000
    engine.replace([same_article(SECOND, big)])
    assert engine.status().statements == 1


def test_the_title_and_source_of_results_change_with_the_article(engine: Engine) -> None:
    engine.replace([FIRST])
    renamed = replace(FIRST, article=replace(FIRST.article, title="Another title", source=None))
    assert renamed.article.id == FIRST.article.id
    engine.replace([renamed])
    (found, _) = engine.search(StatementQuery()).data
    assert (found.article.title, found.article.source) == ("Another title", None)


def test_others_find_it_at_once_and_after_reopening(engine: Engine, address: str) -> None:
    with open_engine(address) as other:
        assert other.search(StatementQuery()).total.value == 0
        engine.replace([FIRST])
        assert other.search(StatementQuery()).total.value == 2
        other.delete(FIRST.article.id)
        assert engine.search(StatementQuery()).total.value == 0
        engine.replace([FIRST])
    with open_engine(address) as reopened:
        assert reopened.article(FIRST.article.id) == FIRST


def test_threads_share_an_engine(engine: Engine) -> None:
    faults: list[BaseException] = []

    def write(start: int) -> None:
        try:
            for n in range(start, start + 5):
                engine.replace([split(Said("A statement."), title=f"Article {n}")])
                assert engine.search(StatementQuery(q="statement")).total.value >= 1
        except BaseException as fault:  # noqa: BLE001  # to fail in the main thread
            faults.append(fault)

    threads = [threading.Thread(target=write, args=(10 * n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert engine.search(StatementQuery()).total.value == 20


def same_article(other: SplitArticle, article: SplitArticle = FIRST) -> SplitArticle:
    """What `other` says, as a new version of `article`: an article is the same by its address."""
    changed = replace(other.article, url=article.article.url, title=article.article.title)
    assert changed.id == article.article.id
    return replace(other, article=changed)
