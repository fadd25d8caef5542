"""What was fetched before, on the disk. How it is used is in test_revisits."""

import sqlite3
from pathlib import Path

import pytest
from urllib3 import HTTPHeaderDict

from indexer.inputs.input import Link, Origin
from indexer.watcher.history import History
from indexer.web.address import target
from indexer.web.client import Answer

URL = "https://a.example/feed"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "fetched.sqlite"


def link(title: str = "A") -> Link:
    return Link(Origin("feed"), "https://a.example/1", {"title": title})


def test_what_is_not_kept_is_not_known_the_next_time(path: Path) -> None:
    history = History(path, "one")
    history.note_page(link(), refused=False)
    assert history.knows(link())
    assert not History(path, "one").knows(link())
    history.keep()
    assert History(path, "one").knows(link())
    assert not History(path, "another").knows(link())


def test_a_link_that_tells_something_else_is_another(path: Path) -> None:
    history = History(path, "one")
    history.note_page(link(), refused=False)
    history.keep()
    assert not history.knows(link("Another title"))


def test_validators_are_sent_back(path: Path) -> None:
    history = History(path, "one")
    history.note_validators(URL, Answer(target(URL), 200, HTTPHeaderDict({"ETag": '"7"', "Last-Modified": "a\tb"})))
    history.keep()
    assert history.conditions(URL) == {"If-None-Match": '"7"'}
    history.forget()
    assert history.conditions(URL) == {}


def test_what_is_dropped_does_not_count(path: Path) -> None:
    history = History(path, "one")
    history.note_page(link(), refused=True)
    history.drop()
    history.keep()
    assert not history.knows(link())


def test_a_file_that_cannot_be_used_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("A text.", "utf-8")
    with pytest.raises(sqlite3.Error):
        History(tmp_path / "a" / "b", "one")
