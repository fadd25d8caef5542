"""What only a rebuild in a folder must see to: notes of what is written meanwhile, and what is left where it ends."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import orjson
import pytest
from tantivy import Index

from schemas.statement import SplitArticle
from search.embedded.engine import EmbeddedEngine
from search.embedded.index.folder import Folder
from search.engine import Prepared
from tests.contract.corpus import CORPUS, Said, split

KILLED = """
import os, signal, sys
from search.embedded.engine import EmbeddedEngine
next(iter(EmbeddedEngine(sys.argv[1]).rebuild(lambda articles: os.kill(os.getpid(), signal.SIGKILL))))
"""


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[EmbeddedEngine]:
    with EmbeddedEngine(tmp_path / "index") as engine:
        engine.replace(CORPUS)
        yield engine


def entries(engine: EmbeddedEngine) -> set[str]:
    return {path.name for path in engine.path.iterdir() if not path.name.startswith(".")}


def about(engine: EmbeddedEngine) -> dict[str, object]:
    read: dict[str, object] = orjson.loads((engine.path / "demarche.json").read_bytes())
    return read


def test_half_a_note_of_a_writer_that_died_spoils_no_other(engine: EmbeddedEngine) -> None:
    late = split(Said("Written meanwhile."), title="Late")

    def meanwhile(articles: Iterable[SplitArticle]) -> Iterator[Prepared]:
        yield from map(engine.prepare, articles)
        if not (engine.path / "changes").exists():
            (engine.path / "changes").write_text(f"\n{CORPUS[0].article.id[:3]}")
            engine.replace([late])

    list(engine.rebuild(meanwhile))
    assert engine.article(late.article.id) == late


def test_one_that_is_stopped_leaves_nothing(engine: EmbeddedEngine) -> None:
    before = entries(engine)

    def stopped(articles: Iterable[SplitArticle]) -> Iterator[Prepared]:
        yield engine.prepare(next(iter(articles)))
        engine.replace([split(Said("Written meanwhile."), title="Late")])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(engine.rebuild(stopped))
    assert entries(engine) == before | {"rebuild.lock"}
    assert about(engine)["building"] is None


def test_for_one_that_was_killed_nothing_is_noted(engine: EmbeddedEngine) -> None:
    """Else the notes would grow with every write until somebody rebuilds."""
    ended = subprocess.run([sys.executable, "-c", KILLED, str(engine.path)], check=False)
    assert ended.returncode == -9
    assert about(engine)["building"] == "index-000002"
    engine.replace([split(Said("Written afterwards."), title="Late")])
    assert about(engine)["building"] is None
    assert "changes" not in entries(engine)


def test_a_commit_while_the_index_is_opened_is_found(engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    late = split(Said("Written meanwhile."), title="Late")
    opened = Folder.open

    def overtaken(folder: Folder) -> tuple[Index, Path]:
        found = opened(folder)
        monkeypatch.setattr(Folder, "open", opened)
        engine.replace([late])
        return found

    with EmbeddedEngine(engine.path) as other:
        monkeypatch.setattr(Folder, "open", overtaken)
        other.status()
        assert other.status().articles == len(CORPUS) + 1
