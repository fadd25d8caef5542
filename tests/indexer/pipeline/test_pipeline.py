"""The pipeline over a real engine and the real extractor: what is stored, skipped, replaced and refused."""

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, wait
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from indexer.extraction.extractor import Extractor
from indexer.inputs.input import Origin
from indexer.inputs.result import Loaded, Reading, Refused
from indexer.pipeline.batches import BATCH, WINDOW_ARTICLES, windows
from indexer.pipeline.events import Advance, Tally
from indexer.pipeline.pipeline import Pipeline
from indexer.processes.executors import Workers, local_workers
from indexer.readers.dispatcher import read
from indexer.readers.files import find
from schemas.article import Article
from schemas.query import StatementQuery
from schemas.statement import Extraction, SplitArticle
from search.engine import Engine
from search.opening import open_engine

ORIGIN = Origin("here.ndjson", 1)
URL = "https://herald.example/1"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    with open_engine(f"embedded://{tmp_path / 'index'}") as engine:
        yield engine


def article(text: str, url: str = URL) -> Loaded:
    return Loaded(Article(text, "A Title", url), ORIGIN, len(text))


def split(text: str, *statements: dict[str, Any], **given: Any) -> Loaded:
    return Loaded(Article(text, "A Title", URL), ORIGIN, len(text), given={"statements": list(statements)} | given)


def index(engine: Engine, *readings: Reading) -> tuple[Tally, list[Refused]]:
    pipeline = Pipeline(engine)
    events = list(pipeline.run(readings))
    return pipeline.tally, [event for event in events if isinstance(event, Refused)]


def texts(engine: Engine) -> list[str]:
    return sorted(found.statement.text for found in engine.search(StatementQuery(limit=100)).data)


def test_what_another_stored_meanwhile_is_counted_as_unchanged(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    one = article("“The road is open,” the Armenian minister said.")
    index(engine, one)
    monkeypatch.setattr(engine, "versions", lambda ids: {})  # as they were a moment before
    tally, _ = index(engine, one)
    assert (tally.read, tally.added, tally.updated, tally.unchanged) == (1, 0, 0, 1)


def test_statements_are_found_and_stored(engine: Engine) -> None:
    tally, refused = index(engine, article("“The road is open,” the Armenian minister said."))
    assert (tally, refused) == (Tally(added=1, statements=1), [])
    assert texts(engine) == ["The road is open,"]


def test_what_is_in_a_language_that_is_not_split_is_stored_and_counted(engine: Engine) -> None:
    french = Loaded(Article("Le pont est ouvert.", "Le pont", URL, language="fr"), ORIGIN, 9)
    tally, _ = index(engine, french)
    assert tally == Tally(added=1, not_split={"fr": 1})
    assert not engine.article(french.article.id).extraction.split
    again, _ = index(engine, french)
    assert again == Tally(unchanged=1)


def test_statements_that_a_french_article_brings_are_kept(engine: Engine) -> None:
    french = Article("Le pont est ouvert.", "Le pont", URL, language="fr")
    given = {"statements": [{"kind": "indirect", "spans": [[0, 18]]}]}
    tally, _ = index(engine, Loaded(french, ORIGIN, 9, given=given))
    assert tally == Tally(added=1, statements=1)
    assert engine.article(french.id).extraction.split


def test_indexing_twice_changes_nothing(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    index(engine, article("“The road is open,” the minister said."))
    first = engine.article(article("").article.id)
    monkeypatch.delattr("indexer.pipeline.worker.extractor")  # which would load the model for nothing
    tally, _ = index(engine, article("“The road is open,” the minister said."))
    assert tally == Tally(unchanged=1)
    assert engine.article(first.article.id) == first


def test_a_changed_article_replaces_its_statements(engine: Engine) -> None:
    index(engine, article("“The road is open,” the minister said. “The bridge is not,” he added."))
    tally, _ = index(engine, article("“The road is shut,” the minister said."))
    assert tally == Tally(updated=1, statements=1)
    assert texts(engine) == ["The road is shut,"]


def test_a_changed_title_is_a_change(engine: Engine) -> None:
    loaded = article("“The road is open,” the minister said.")
    index(engine, loaded)
    tally, _ = index(engine, Loaded(Article(loaded.article.text, "Another Title", URL), ORIGIN, 1))
    assert tally == Tally(updated=1, statements=1)
    assert engine.article(loaded.article.id).article.title == "Another Title"


def test_of_several_versions_the_last_counts(engine: Engine) -> None:
    versions = [article(f"“{word},” the minister said.") for word in ("One", "Two", "Three")]
    tally, _ = index(engine, *versions)
    assert tally == Tally(added=1, superseded=2, statements=1)
    assert texts(engine) == ["Three,"]
    tally, _ = index(engine, *versions)
    assert tally == Tally(unchanged=1, superseded=2)


def test_an_article_without_statements_is_stored_all_the_same(engine: Engine) -> None:
    assert index(engine, article("It rained."))[0] == Tally(added=1)
    assert engine.article(article("").article.id).extraction.statements == ()


def test_statements_that_are_given_are_taken_as_they_are(engine: Engine) -> None:
    given = split(
        "It rained in Baku, or so they say.",
        {"kind": "indirect", "spans": [[0, 17]], "speaker": {"name": "People", "mention": [25, 29]}},
        countries=["AZ"],
    )
    assert index(engine, given)[0] == Tally(added=1, statements=1)
    stored = engine.article(given.article.id).extraction
    assert stored.countries == ("AZ",)
    assert [(statement.text, statement.speaker and statement.speaker.name) for statement in stored.statements] == [
        ("It rained in Baku", "People")
    ]
    assert index(engine, given)[0] == Tally(unchanged=1)


def test_other_statements_given_are_a_change(engine: Engine) -> None:
    index(engine, split("It rained in Baku.", {"kind": "indirect", "spans": [[0, 17]]}))
    tally, _ = index(engine, split("It rained in Baku.", {"kind": "indirect", "spans": [[3, 17]]}))
    assert tally == Tally(updated=1, statements=1)
    assert texts(engine) == ["rained in Baku"]


def test_a_bad_one_refuses_its_article_and_no_other(engine: Engine) -> None:
    bad = split("It rained.", {"kind": "indirect", "spans": [[0, 99]]})
    tally, refused = index(engine, bad, article("“Yes,” she said.", "https://herald.example/2"))
    assert tally == Tally(added=1, refused=1, statements=1)
    assert [(str(one.origin), one.reason) for one in refused] == [
        ("here.ndjson:1", "statements.0.spans: [0, 99] reaches beyond the text, which has 10 code points")
    ]


def test_refused_readings_are_passed_on_and_counted(engine: Engine) -> None:
    told = Refused(ORIGIN, "is not JSON")
    tally, refused = index(engine, told, article("It rained."))
    assert (tally, refused) == (Tally(added=1, refused=1), [told])
    assert tally.read == 2


class Breaking(Extractor):
    """Has a fault that one text brings to light."""

    def extract_many(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        for article in articles:
            if "unheard of" in article.text:
                raise ZeroDivisionError("made for this test")
            yield from super().extract_many([article])


def test_an_article_that_extraction_breaks_on_is_refused_alone(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = Pipeline(engine)
    monkeypatch.setattr("indexer.pipeline.worker.extractor", Breaking)
    good = [article(f"“Road {n} is open,” the minister said.", url=f"{URL}/{n}") for n in range(3)]
    bad = Loaded(Article("This is unheard of.", "A Title", f"{URL}/bad"), Origin("here.ndjson", 2), 10)
    events = list(pipeline.run([good[0], bad, *good[1:]]))
    (refused,) = [event for event in events if isinstance(event, Refused)]
    assert str(refused.origin) == "here.ndjson:2"
    assert "made for this test" in refused.reason
    assert pipeline.tally == Tally(added=3, refused=1, statements=3)


def test_its_progress_adds_up_to_the_input(engine: Engine, tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"“{n},” he said."}, ensure_ascii=False) for n in range(40)] + ["{", '{"text": ""}']
    path = tmp_path / "lines.ndjson"
    path.write_text("\n".join(lines), "ascii", "xmlcharrefreplace")
    events: Iterable[Advance | Refused] = Pipeline(engine).run(read(find([path]).files))
    assert sum(event.size for event in events if isinstance(event, Advance)) == path.stat().st_size


class Reversed(Executor):
    """Its workers are done in the order opposite to that in which they were asked."""

    def __init__(self, at_once: int):
        self.at_once = at_once
        self.asked: list[tuple[Future[Any], Callable[[], Any]]] = []

    def submit(self, call: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.asked.append((future, partial(call, *args, **kwargs)))
        if len(self.asked) == self.at_once:
            while self.asked:
                last, work = self.asked.pop()
                last.set_result(work())
        return future


def many(words: str, number: int) -> list[Loaded]:
    return [article(f"“{words} {n},” the minister said.", url=f"{URL}/{n}") for n in range(number)]


def test_the_order_in_which_workers_are_done_does_not_matter(engine: Engine, tmp_path: Path) -> None:
    number = 4 * BATCH
    workers = Workers(Reversed(at_once=4), at_once=4)
    pipeline = Pipeline(engine, workers)
    assert not [event for event in pipeline.run(many("Road", number)) if isinstance(event, Refused)]
    assert pipeline.tally == Tally(added=number, statements=number)
    with open_engine(f"embedded://{tmp_path / 'other'}") as other:
        index(other, *reversed(many("Road", number)))
        assert contents(other) == contents(engine)


def test_a_later_version_is_never_overtaken(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """The versions lie in two windows, and the workers of the first have not begun when the second is read."""
    number, at_once = 100, 4
    monkeypatch.setattr("indexer.pipeline.batches.WINDOW_ARTICLES", number)
    monkeypatch.setattr("indexer.pipeline.batches.BATCH_GIVEN", number // at_once)
    given = [replace(loaded, given={"statements": []}) for loaded in many("Old", number)]
    newer = [replace(loaded, given={"statements": []}) for loaded in many("New", number)]
    pipeline = Pipeline(engine, Workers(Reversed(at_once), at_once + 1))
    list(pipeline.run([*given, *newer]))
    assert pipeline.tally == Tally(added=number, updated=number)
    assert {split.article.text for split in contents(engine)} == {loaded.article.text for loaded in newer}


@pytest.mark.usefixtures("forked_workers")
def test_processes_find_what_this_one_finds(engine: Engine, tmp_path: Path) -> None:
    number = 3 * BATCH
    with local_workers(2) as workers:
        pipeline = Pipeline(engine, workers)
        list(pipeline.run(many("Road", number)))
    assert pipeline.tally == Tally(added=number, statements=number)
    with open_engine(f"embedded://{tmp_path / 'other'}") as other:
        index(other, *many("Road", number))
        assert contents(other) == contents(engine)


@pytest.mark.usefixtures("forked_workers")
def test_a_worker_that_dies_is_no_silent_loss(engine: Engine) -> None:
    with local_workers(2) as workers:
        wait([workers.executor.submit(os._exit, 1)])
        with pytest.raises(BrokenExecutor):
            list(Pipeline(engine, workers).run(many("Road", 2 * BATCH)))


def contents(engine: Engine) -> list[SplitArticle]:
    """All of an index but the moment of pipeline."""
    ids = {loaded.article.id for loaded in many("", WINDOW_ARTICLES)}
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    return [replace(engine.article(id_), ingested_at=moment) for id_ in sorted(engine.versions(ids))]


def test_memory_holds_a_window_of_the_input() -> None:
    asked = 0

    def endless() -> Iterator[Reading]:
        nonlocal asked
        while True:
            asked += 1
            yield article("Short.")

    assert len(next(iter(windows(endless())))) == asked == WINDOW_ARTICLES


def test_long_articles_make_shorter_windows() -> None:
    long = article("x" * 9_000_000)
    assert [len(window) for window in windows([long] * 5)] == [3, 2]


def test_what_is_read_slowly_is_stored_meanwhile(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that are fetched, one a second: after an hour of them Ctrl-C must not lose them all."""
    monkeypatch.setattr("indexer.pipeline.batches.WINDOW_SECONDS", 0.0)
    monkeypatch.setattr("indexer.pipeline.pipeline.STORED_EVERY", 0.0)

    def slow() -> Iterator[Reading]:
        for number in range(3):
            yield article("“The road is open,” the minister said.", f"{URL}{number}")
            end = time.monotonic() + 10
            while engine.status().articles <= number:
                assert time.monotonic() < end
                time.sleep(0.01)

    list(Pipeline(engine).run(slow()))
