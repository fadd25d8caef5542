"""Commits that stay as they are."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from schemas.query import StatementQuery
from search.embedded.engine import EmbeddedEngine
from search.embedded.index import snapshots
from search.embedded.index.snapshots import FOLDER, Snapshots
from search.errors import QueryError
from tests.contract.corpus import Said, split
from tests.forked import SERVER, ensure_server

ARTICLES = [split(*(Said(f"Words {n} {m}.") for m in range(5)), title=f"Article {n}") for n in range(10)]
QUERY = StatementQuery(q="words", limit=7)


def filled(path: Path) -> EmbeddedEngine:
    engine = EmbeddedEngine(path)
    engine.replace(ARTICLES)
    return engine


def rewrite(path: Path, rounds: int) -> None:
    """Until no file of the first commit is left."""
    with EmbeddedEngine(path) as engine:
        for n in range(rounds):
            engine.replace([split(Said(f"Other words {n}."), title=one.article.title) for one in ARTICLES])


def test_holds_what_the_index_itself_has_dropped(tmp_path: Path) -> None:
    path = tmp_path / "index"
    with filled(path) as engine:
        name = engine.snapshots.pin(engine.folder.place)
        assert name is not None
        rewrite(path, 3)
        other = Snapshots(path)
        assert other.searcher(name).num_docs == sum(1 + len(one.extraction.statements) for one in ARTICLES)
        assert engine.status().statements == len(ARTICLES)


def test_one_for_each_commit(tmp_path: Path) -> None:
    with filled(tmp_path / "index") as engine:
        names = [engine.snapshots.pin(engine.folder.place) for _ in range(2)]
        engine.replace([split(Said("New."))])
        names.append(engine.snapshots.pin(engine.folder.place))
        assert names[0] == names[1] != names[2]
        assert {folder.name for folder in (tmp_path / "index" / FOLDER).iterdir()} == set(names)


def test_what_nobody_used_for_long_is_removed_with_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with filled(tmp_path / "index") as engine:
        second = engine.search(replace(QUERY, cursor=engine.search(QUERY).next))
        monkeypatch.setattr(snapshots, "KEPT_SECONDS", 0)
        time.sleep(0.05)
        engine.replace([split(Said("New words."))])
        third = engine.search(replace(QUERY, cursor=engine.search(QUERY).next))
        with pytest.raises(QueryError) as raised:
            engine.search(replace(QUERY, cursor=second.next))
        assert (raised.value.fault.code, raised.value.fault.parameter) == ("expired-cursor", "cursor")
        assert engine.search(replace(QUERY, cursor=third.next)).data


def test_a_name_leads_nowhere_else(tmp_path: Path) -> None:
    with filled(tmp_path / "index") as engine:
        for name in ("../index-000001", "index-000001", "", ".", "index-000001-1"):
            with pytest.raises(QueryError):
                engine.snapshots.searcher(name)


def test_a_disk_that_takes_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then pages follow the index as it changes, and still come to an end."""

    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    with filled(tmp_path / "index") as engine:
        assert engine.snapshots.pin(engine.folder.place) is None
        ids: list[str] = []
        page = engine.search(QUERY)
        while page.next:
            ids += [found.statement.id for found in page.data]
            page = engine.search(replace(QUERY, cursor=page.next))
        ids += [found.statement.id for found in page.data]
        assert len(ids) == len(set(ids)) == 50
        assert list((tmp_path / "index" / FOLDER).iterdir()) == []


def test_pinning_while_another_process_writes(tmp_path: Path) -> None:
    path = tmp_path / "index"
    with filled(path) as engine:
        ensure_server()
        writer = SERVER.Process(target=rewrite, args=(path, 40))
        writer.start()
        pinned = 0
        while writer.is_alive():
            engine.generation()
            name = engine.snapshots.pin(engine.folder.place)
            if name:
                pinned += 1
                searcher = engine.snapshots.searcher(name)
                assert searcher.num_docs in (60, 20)
        writer.join()
        assert writer.exitcode == 0
        assert pinned > 5
