"""What no reader foresaw: it is refused with what was raised, what was read before stays, and the rest is read."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from indexer.inputs.input import Input, Link, Origin
from indexer.inputs.result import Loaded, Reading, Refused
from indexer.readers import registry
from indexer.readers.dispatcher import Dispatcher, read
from indexer.readers.files import find
from indexer.readers.registry import Reader
from schemas.article import Article


class ComesApart(Exception):
    pass


def comes_apart(source: Input) -> Iterator[Reading]:
    yield Loaded(Article("A text."), source.at(1), 7)
    raise ComesApart("at\nits   seams " + "x" * 1_000)


@pytest.fixture
def table_comes_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(
        registry.readers_by_suffix(), ".csv", Reader("table", (".csv",), lambda head: False, comes_apart)
    )


@pytest.mark.usefixtures("table_comes_apart")
def test_it_is_named_and_the_next_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("title,text\n", "utf-8")
    (tmp_path / "b.txt").write_text("Another.", "utf-8")
    with structlog.testing.capture_logs() as logged:
        first, refused, next_ = read(find([tmp_path]).files)
    assert isinstance(first, Loaded)
    assert isinstance(refused, Refused)
    assert refused.reason.startswith("can't be read, which is a fault of Demarche: ComesApart: at its seams xxx")
    assert len(refused.reason) < 300
    assert isinstance(next_, Loaded)
    (event,) = logged
    assert (event["log_level"], type(event["exc_info"])) == ("debug", ComesApart)


@pytest.mark.parametrize(
    ("raised", "reason"),
    [
        (RecursionError("too deep"), "can't be read, which is a fault of Demarche: RecursionError: too deep"),
        (AssertionError(), "can't be read, which is a fault of Demarche: AssertionError"),
        (MemoryError(), "can't be read in the memory that there is"),
        (OSError(5, "Input/output error"), "can't be read: Input/output error"),
    ],
)
def test_each_kind_of_it_is_a_sentence(raised: Exception, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(source: Input) -> Iterator[Reading]:
        raise raised
        yield

    monkeypatch.setitem(registry.readers_by_suffix(), ".csv", Reader("table", (".csv",), lambda head: False, breaks))
    (refused,) = Dispatcher().articles(Input(Origin("a.csv"), io.BufferedReader(io.BytesIO(b"a")), ".csv"))
    assert isinstance(refused, Refused)
    assert refused.reason == reason


def test_a_fetcher_that_comes_apart_costs_the_other_links_nothing() -> None:
    class Fetches:
        def open(self, link: Link) -> Input:
            if link.url.endswith("1"):
                raise ComesApart("in the middle")
            return Input(link.origin, io.BufferedReader(io.BytesIO(b"A text.")), ".txt")

    links = [Link(Origin(url), url) for url in ("https://a.example/1", "https://a.example/2")]
    refused, loaded = Dispatcher(named=Fetches()).read(links)
    assert isinstance(refused, Refused)
    assert refused.reason == "can't be fetched, which is a fault of Demarche: ComesApart: in the middle"
    assert isinstance(loaded, Loaded)
