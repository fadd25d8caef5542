"""What is looked up and split at once."""

from collections.abc import Iterator

import pytest

from indexer.inputs.input import Origin
from indexer.inputs.result import Loaded, Reading
from indexer.pipeline import batches as module
from indexer.pipeline.batches import BATCH, BATCH_GIVEN, batches, windows
from schemas.article import Article


def loaded(number: int, text: str = "A text.", given: bool = False) -> Loaded:
    return Loaded(Article(text, title=str(number)), Origin("a", number), 7, given={} if given else None)


def test_a_window_ends_with_its_articles_or_with_their_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WINDOW_ARTICLES", 3)
    monkeypatch.setattr(module, "WINDOW_CHARACTERS", 100)
    assert [len(window) for window in windows([loaded(number) for number in range(7)])] == [3, 3, 1]
    assert [len(window) for window in windows([loaded(1), loaded(2, "a" * 100), loaded(3)])] == [2, 1]


def test_a_window_ends_with_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WINDOW_SECONDS", 0.0)
    assert [len(window) for window in windows([loaded(1), loaded(2)])] == [1, 1, 0]


def test_nothing_is_read_ahead_of_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WINDOW_ARTICLES", 2)
    taken = []

    def readings() -> Iterator[Reading]:
        for number in range(5):
            taken.append(number)
            yield loaded(number)

    next(windows(readings()))
    assert taken == [0, 1]


def test_a_batch_is_of_one_kind_for_given_statements_are_little_work() -> None:
    due = [loaded(number, given=number % 2 == 0) for number in range(2 * BATCH_GIVEN + 2)]
    found = [(len(batch), batch[0].given is not None) for batch in batches(due)]
    split, given = divmod(BATCH_GIVEN + 1, BATCH)
    assert found == [(BATCH, False)] * split + [(given, False), (BATCH_GIVEN, True), (1, True)]
