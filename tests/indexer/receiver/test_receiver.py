"""Articles that clients send, each dealt with by itself. What HTTP makes of it is in tests/api/v1/test_ingestion.py."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from indexer.inputs.input import Origin
from indexer.inputs.result import Loaded
from indexer.receiver import receiver as module
from indexer.receiver.receiver import AT_ONCE, Receiver, batches
from schemas.article import Article
from schemas.ingestion import TOO_LONG, Outcome, Received
from schemas.statement import SplitArticle
from search.engine import Engine
from search.errors import EngineBusy
from search.opening import open_engine

TEXT = "Baku denied that a gate had been shut."


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    with open_engine(f"embedded://{tmp_path / 'index'}") as engine:
        yield engine


def document(title: str, text: str = TEXT) -> dict[str, Any]:
    """With its statements, so that no model is loaded."""
    return {"title": title, "source": "Herald", "text": text, "statements": [{"kind": "indirect", "spans": [[17, 37]]}]}


def outcomes(received: list[Received]) -> list[Outcome]:
    return [one.outcome for one in received]


def test_a_malformed_one_costs_the_others_nothing(engine: Engine) -> None:
    documents = [document("A"), 7, {"titel": "B"}, document("C", "\ud800"), document("D", "Short."), document("E")]
    received = Receiver(engine).receive(documents)
    assert outcomes(received) == [Outcome.ADDED, *[Outcome.REFUSED] * 4, Outcome.ADDED]
    assert engine.status().articles == 2
    assert received[0].statements == 1


def test_the_same_again_is_unchanged_and_the_last_of_several_counts(engine: Engine) -> None:
    receiver = Receiver(engine)
    receiver.receive([document("A")])
    assert outcomes(receiver.receive([document("A")])) == [Outcome.UNCHANGED]
    another = document("A") | {"id": "7"}
    received = receiver.receive([another, another | {"text": f"{TEXT} Again."}])
    assert outcomes(received) == [Outcome.SUPERSEDED, Outcome.ADDED]


def test_splitting_stores_nothing(engine: Engine) -> None:
    split = Receiver(engine).split(document("A"))
    assert isinstance(split, SplitArticle)
    assert len(split.extraction.statements) == 1
    assert engine.status().articles == 0


def test_a_checksum_of_elsewhere_vouches_for_nothing(engine: Engine) -> None:
    one = Receiver(engine).read(document("A") | {"checksum": "x"})
    assert isinstance(one, Loaded)
    assert not one.untouched


def test_what_is_beyond_what_one_request_may_have_split_is_refused_by_name(engine: Engine) -> None:
    receiver = Receiver(engine, most=10)
    due = [Loaded(Article("a" * length, title=str(length)), Origin("request"), 0) for length in (6, 7, 4, 11)]
    refused = receiver.beyond(due)
    assert {one.code for one in refused.values()} == {TOO_LONG}
    reasons = [refused[one.article.id].flaws[0].reason if one.article.id in refused else "" for one in due]
    assert reasons[0] == reasons[2] == ""
    assert "send it in another one" in reasons[1]
    assert "has 11 characters, more than the 10" in reasons[3]


def test_a_turn_is_some_short_articles_or_a_long_one() -> None:
    half = AT_ONCE // 2
    due = [Loaded(Article("a" * length), Origin("request"), 0) for length in (half, half, 1, 2 * AT_ONCE)]
    lengths = [[len(one.article.text) for one in batch] for batch in batches(due)]
    assert lengths == [[half, half], [1], [2 * AT_ONCE]]


def test_who_waits_too_long_for_a_turn_is_told(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    receiver, held, let_go = Receiver(engine), threading.Event(), threading.Event()

    def hold() -> None:
        with receiver.lock.hold(1):
            held.set()
            let_go.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(10)
    with pytest.raises(EngineBusy, match="articles of others were being split"):
        receiver.receive([document("A")])
    let_go.set()
    holder.join()
