"""A new index in the place of the old one: nothing is lost, no search fails, and a crash leaves the old one."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from schemas.filters import Filters
from schemas.query import Sort, StatementQuery
from schemas.statement import SplitArticle
from search.elastic.keeping import replacement
from search.engine import Engine, Prepared, Rebuilt, Remake
from search.errors import IncompatibleIndex, NotFound
from search.opening import open_engine
from tests.contract import another_process
from tests.contract.corpus import CORPUS, Said, split
from tests.forked import Forked

ROOT = Path(__file__).parents[2]
MANY = 50  # articles: more than either engine reads at once here, or a rebuild writes
AT_ONCE = {
    "elastic.keeping.every_article.AT_ONCE": 20,
    "elastic.keeping.rebuild.BATCH": 40,
    "embedded.keeping.every_article.AT_ONCE": 40,
    "embedded.searching.article_reader.AT_ONCE": 40,
}
OLDER = """
import sys
from schemas import fields
from tests.schemas.table import change_table
change_table(tuple(field for field in fields.FIELDS if field.name != "territory"))
from search.documents import serialization
serialization.MAPPING_VERSION -= 1
from search.opening import open_engine
from tests.contract.corpus import CORPUS
with open_engine(sys.argv[1]) as engine:
    engine.replace(CORPUS)
"""


@pytest.fixture(autouse=True)
def looking_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """For searches that still use the old index: a rebuild is not to wait a second for each."""
    monkeypatch.setattr(replacement, "LOOK_EVERY", 0.05)


@pytest.fixture(autouse=True)
def a_few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that few articles are many."""
    for name, number in AT_ONCE.items():
        monkeypatch.setattr(f"search.{name}", number)


def article(number: int, words: str = "Old words") -> SplitArticle:
    return split(Said(f"{words} {number}."), Said(f"Others {number}."), title=f"Article {number}")


def remaking(engine: Engine, change: Callable[[SplitArticle], SplitArticle] = lambda split: split) -> Remake:
    return lambda articles: map(engine.prepare, map(change, articles))


def rebuild(engine: Engine, change: Callable[[SplitArticle], SplitArticle] = lambda split: split) -> list[Rebuilt]:
    return list(engine.rebuild(remaking(engine, change)))


def everything(engine: Engine) -> list[SplitArticle]:
    return sorted(engine.every_article(), key=lambda split: split.article.id)


def by_id(articles: Iterable[SplitArticle]) -> list[SplitArticle]:
    return sorted(articles, key=lambda split: split.article.id)


def test_an_index_of_a_version_without_a_field_gets_it(address: str) -> None:
    subprocess.run([sys.executable, "-c", OLDER, address], cwd=ROOT, check=True, timeout=60)
    asked = StatementQuery(filters=Filters(territory=("Nagorno-Karabakh",)))
    with open_engine(address) as engine:
        with pytest.raises(IncompatibleIndex, match="`demarche rebuild` makes it so"):
            engine.count(asked)
        rebuild(engine)
        assert engine.count(asked).value == 2
        assert everything(engine) == by_id(CORPUS)


def test_every_article_is_given_whole(filled: Engine) -> None:
    assert everything(filled) == by_id(CORPUS)


def test_of_an_empty_index_none_is_given(engine: Engine) -> None:
    assert everything(engine) == []
    assert rebuild(engine)[-1] == Rebuilt(0, 0, in_use=True)


def test_articles_come_as_they_were_when_the_first_was_taken(engine: Engine) -> None:
    engine.replace([article(number) for number in range(MANY)])
    stored = engine.every_article()
    taken = [next(stored)]
    engine.replace([article(number) for number in range(MANY, MANY + 50)])
    assert by_id([*taken, *stored]) == by_id(article(number) for number in range(MANY))


def test_what_is_changed_or_deleted_meanwhile_comes_as_it_was(engine: Engine) -> None:
    """Never the old text with new statements."""
    articles = [article(number) for number in range(MANY)]
    engine.replace(articles)
    stored = engine.every_article()
    taken = [next(stored)]
    engine.replace(article(number, "Changed") for number in range(MANY))
    for number in range(0, MANY, 10):
        engine.delete(articles[number].article.id)
    assert by_id([*taken, *stored]) == by_id(articles)


def test_outdated_are_those_of_another_version_that_were_not_given(engine: Engine) -> None:
    engine.replace(split(Said("Words."), title=name, extractor=name) for name in ("rules-1", "rules-2", "given-a1b2"))
    assert engine.outdated("rules-2") == 1
    assert engine.outdated("rules-3") == 2


def test_what_is_made_anew_is_found(engine: Engine) -> None:
    engine.replace([article(number) for number in range(MANY)])
    before = engine.search(StatementQuery(sort=Sort.OLDEST))

    def anew(old: SplitArticle) -> SplitArticle:
        statements = tuple(
            replace(
                one, text=one.text.replace("Old", "New"), parts=tuple(part.replace("Old", "New") for part in one.parts)
            )
            for one in old.extraction.statements
        )
        return replace(old, extraction=replace(old.extraction, statements=statements, extractor="test-2"))

    told = rebuild(engine, anew)
    assert told[-1] == Rebuilt(MANY, MANY, in_use=True)
    assert [one.articles for one in told] == sorted(one.articles for one in told)
    assert engine.search(StatementQuery(q="old")).total.value == 0
    assert engine.search(StatementQuery(q="new")).total.value == MANY
    assert engine.outdated("test-2") == 0
    after = engine.search(StatementQuery(sort=Sort.OLDEST))
    assert [one.statement.id for one in after.data] == [one.statement.id for one in before.data]
    status = engine.status()
    assert (status.articles, status.statements) == (MANY, 2 * MANY)


def test_again_and_again(engine: Engine) -> None:
    engine.replace(CORPUS)
    for _ in range(2):
        rebuild(engine)
        assert everything(engine) == by_id(CORPUS)
        engine.replace([article(1)])
        engine.delete(article(1).article.id)


def test_another_process_finds_the_new_one_and_writes_into_it(engine: Engine, address: str) -> None:
    engine.replace(CORPUS)
    with open_engine(address) as other:
        assert other.search(StatementQuery(q="old words")).total.value == 0
        generation = other.generation()
        rebuild(engine, lambda old: old)
        other.replace([article(1)])
        assert everything(engine) == by_id([*CORPUS, article(1)])
        assert other.generation() != generation
        assert other.search(StatementQuery(q="old words")).total.value == 1


def test_what_is_written_meanwhile_is_taken_over(engine: Engine, address: str) -> None:
    """By another process, while articles are being copied: added, changed, deleted, and all of these at once."""
    engine.replace([article(number) for number in range(100)])

    def meanwhile(articles: Iterable[SplitArticle]) -> Iterator[Prepared]:
        for number, one in enumerate(articles):
            if number == 80:
                with open_engine(address) as other:
                    other.replace([article(number, "Changed") for number in range(55)])
                    other.replace([article(number) for number in range(100, 110)])
                    for number in range(50, 58):
                        other.delete(article(number).article.id)
                    other.replace([article(50, "Changed")])
            yield engine.prepare(one)

    list(engine.rebuild(meanwhile))
    kept = [article(number, "Changed") for number in range(51)] + [article(number) for number in range(58, 110)]
    assert everything(engine) == by_id(kept)
    assert engine.search(StatementQuery(q="changed")).total.value == 51
    with pytest.raises(NotFound):
        engine.article(article(55).article.id)


def test_writers_and_searchers_go_on(engine: Engine, address: str) -> None:
    """No call fails, and nothing is lost."""
    engine.replace([article(number) for number in range(100)])
    over = threading.Event()
    written: set[int] = set()

    def write(first: int) -> None:
        for number in count(first):
            engine.replace([article(number)])
            written.add(number)
            if over.wait(0.02):
                return

    def search() -> None:
        while not over.wait(0.02):
            look()

    def look() -> None:
        assert engine.search(StatementQuery(q="old words", limit=5)).total.value >= 100
        assert len(list(engine.stream(StatementQuery(q="others")))) >= 100

    def slowly(articles: Iterable[SplitArticle]) -> Iterator[Prepared]:
        for one in articles:
            time.sleep(0.002)
            yield engine.prepare(one)

    with ThreadPoolExecutor() as threads, open_engine(address) as rebuilder:
        working = [threads.submit(write, 1_000), threads.submit(write, 10_000), threads.submit(search)]
        try:
            list(rebuilder.rebuild(slowly))
            time.sleep(0.3)
        finally:
            over.set()
    for done in working:
        done.result()
    assert everything(engine) == by_id(article(number) for number in [*range(100), *written])


@pytest.mark.parametrize("delay", [0.05, 0.3, 0.6], ids="after {} s".format)
def test_killed_it_leaves_the_old_one_and_begins_anew(engine: Engine, address: str, delay: float) -> None:
    articles = [article(number) for number in range(100)]
    engine.replace(articles)
    process = Forked(address, command=another_process.rebuild)
    assert process.stdout
    assert process.stdout.readline() == "begins\n"
    time.sleep(delay)
    process.kill()
    process.communicate()
    assert everything(engine) == by_id(articles)
    engine.replace([article(100)])
    for told in engine.rebuild(remaking(engine)):
        if told.in_use:
            break  # the search that died with it would be waited for
    assert everything(engine) == by_id([*articles, article(100)])


def test_a_fault_of_the_maker_leaves_the_old_one(engine: Engine) -> None:
    engine.replace(CORPUS)

    def faulty(articles: Iterable[SplitArticle]) -> Iterator[Prepared]:
        yield engine.prepare(next(iter(articles)))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(engine.rebuild(faulty))
    engine.replace([article(1)])
    assert everything(engine) == by_id([*CORPUS, article(1)])
