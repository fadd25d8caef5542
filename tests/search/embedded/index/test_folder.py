"""The folder of an embedded index: made, recognised, refused, shared between processes."""

from __future__ import annotations

import fcntl
import json
import multiprocessing
import os
import random
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from schemas.fields import FACETS
from schemas.query import StatementQuery
from search.documents.serialization import decoded
from search.embedded.engine import EmbeddedEngine
from search.errors import EngineBusy, EngineUnavailable, IncompatibleIndex, NoIndex, NotFound, QueryError
from search.opening import open_engine
from tests.contract.corpus import CORPUS, Said, split
from tests.forked import SERVER, Forked, ensure_server
from tests.search.embedded.index.another_process import answer, fill_a_disk, make

EVERYTHING = StatementQuery()
NOBODY = 65534  # a user's number


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a folder" / "index"


@pytest.fixture
def engine(path: Path) -> Iterator[EmbeddedEngine]:
    with EmbeddedEngine(path, patience=0.2) as engine:
        engine.replace(CORPUS)
        yield engine


@contextmanager
def held(path: Path) -> Iterator[None]:
    """As another process would hold it: flock counts by open file."""
    with (path / "writer.lock").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def test_opening_makes_nothing_until_it_is_used(path: Path) -> None:
    with EmbeddedEngine(path) as engine:
        assert not path.exists()
        assert engine.search(EVERYTHING).total.value == 0
    assert (path / "demarche.json").exists()


def test_an_address_may_hold_spaces(engine: EmbeddedEngine, path: Path) -> None:
    with open_engine(f"embedded://{path}".replace(" ", "%20")) as other:
        assert other.status() == engine.status()
        assert other.status().location == str(path)


def test_status(engine: EmbeddedEngine, path: Path) -> None:
    status = engine.status()
    assert (status.engine, status.articles, status.statements) == ("embedded", 4, 7)
    assert status.version.startswith("tantivy ")
    files = sum(file.stat().st_size for file in (path / "index-000001").iterdir())
    assert status.bytes == files > 0


def test_a_creation_that_was_cut_off_is_begun_anew(path: Path) -> None:
    (path / "index-000001").mkdir(parents=True)
    (path / "index-000001" / "meta.json").write_text("{")
    with EmbeddedEngine(path) as engine:
        assert engine.search(EVERYTHING).total.value == 0


def test_a_stored_document_that_lacks_a_part_is_damage(engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = b'{"statement": {"id": "1", "text": "Words."}}'
    monkeypatch.setattr("search.embedded.searching.pages.decoded", lambda kind, _: decoded(kind, lacking))
    with pytest.raises(EngineUnavailable, match="can't be searched"):
        engine.search(EVERYTHING)


def test_a_folder_of_other_things_is_left_alone(path: Path) -> None:
    path.mkdir(parents=True)
    (path / "thesis.txt").write_text("precious")
    with EmbeddedEngine(path) as engine, pytest.raises(IncompatibleIndex, match=r"thesis\.txt"):
        engine.status()
    assert [file.name for file in path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("about", ["", "{", "[]", "{}", '{"mapping": 1}', '{"mapping": 0, "current": "index-000001"}'])
def test_another_version_and_a_damaged_description_are_refused(engine: EmbeddedEngine, path: Path, about: str) -> None:
    (path / "demarche.json").write_text(about)
    with EmbeddedEngine(path) as other:
        for call in (other.status, lambda: other.search(EVERYTHING), lambda: other.replace(CORPUS)):
            with pytest.raises(IncompatibleIndex, match=r"anew in another folder|`demarche rebuild` makes it so"):
                call()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with EmbeddedEngine(tmp_path / "file") as engine, pytest.raises(EngineUnavailable, match=r"Not a directory|exists"):
        engine.status()


def test_a_folder_deleted_under_a_running_engine_is_made_anew(engine: EmbeddedEngine, path: Path) -> None:
    shutil.rmtree(path)
    assert engine.search(EVERYTHING).total.value == 0
    engine.replace(CORPUS)
    assert engine.search(EVERYTHING).total.value == 7


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_give_an_error_of_ours_or_none(engine: EmbeddedEngine, path: Path, seed: int) -> None:
    engine.close()
    dice = random.Random(seed)
    for file in (path / "index-000001").glob("*.*"):
        if file.suffix not in (".json", ".lock"):
            content = bytearray(file.read_bytes())
            content[dice.randrange(len(content) // 2)] ^= 0xFF
            file.write_bytes(content)
    with EmbeddedEngine(path) as other:
        for call in (
            lambda: other.search(StatementQuery(q='"the corridor" OR bord*')),
            lambda: other.facets(EVERYTHING, list(FACETS), 5),
            lambda: other.article(CORPUS[0].article.id),
            lambda: other.replace([split(Said("More."), title="More")]),
        ):
            with suppress(EngineUnavailable, IncompatibleIndex, NotFound):
                call()


@pytest.mark.parametrize("suffix", ["store", "term", "idx", "pos", "fast", "fieldnorm"])
def test_a_truncated_file_is_told(engine: EmbeddedEngine, path: Path, suffix: str) -> None:
    engine.close()
    for file in (path / "index-000001").glob(f"*.{suffix}"):
        os.truncate(file, file.stat().st_size // 2)
    with EmbeddedEngine(path) as other, pytest.raises(EngineUnavailable, match="build it anew in another folder"):
        other.status()


def test_a_full_disk_loses_nothing(engine: EmbeddedEngine, path: Path) -> None:
    """As far as a limit on the size of files is like one."""
    out, _ = Forked(path, command=fill_a_disk).communicate()
    told, before, after = out.splitlines()[-3:]
    assert "is the disk full" in told
    assert (before, after) == ("7", "2007")


def test_a_write_waits_its_turn(engine: EmbeddedEngine, path: Path) -> None:
    new = [split(Said("New."), title="New")]
    with held(path):
        with pytest.raises(EngineBusy, match=r"for 0\.2 seconds"):
            engine.replace(new)
        with pytest.raises(EngineBusy):
            engine.delete(CORPUS[0].article.id)
        assert engine.search(EVERYTHING).total.value == 7
        patient = EmbeddedEngine(path, patience=30)
        waiting = threading.Thread(target=patient.replace, args=(new,))
        waiting.start()
        time.sleep(0.1)
        assert waiting.is_alive()
    waiting.join()
    assert engine.search(EVERYTHING).total.value == 8


def test_what_changes_nothing_does_not_wait(engine: EmbeddedEngine, path: Path) -> None:
    with held(path):
        engine.replace(CORPUS)


def test_a_fault_half_way_writes_nothing_and_lets_go(engine: EmbeddedEngine) -> None:
    bad = split(Said("Fine."), Said("Lone surrogate \ud800."), title="Bad")
    with pytest.raises((TypeError, ValueError, EngineUnavailable)):
        engine.replace([split(Said("Good."), title="Good"), bad])
    assert engine.search(EVERYTHING).total.value == 7
    engine.replace([split(Said("Good."), title="Good")])
    assert engine.search(EVERYTHING).total.value == 8


def test_what_a_killed_writer_left_is_cleared_away(engine: EmbeddedEngine, path: Path) -> None:
    """Killed after its files were written and before the commit that names them: made by undoing that commit."""
    index = path / "index-000001"
    new = split(*(Said("New words.") for _ in range(3)), title="Friday in brief")
    committed = (index / "meta.json").read_bytes()
    with EmbeddedEngine(path) as killed:
        killed.replace([new])
    (index / "meta.json").write_bytes(committed)
    assert list(index.glob("*.del"))
    assert engine.search(EVERYTHING).total.value == 7
    engine.replace([new])
    assert engine.article(new.article.id) == new
    assert engine.search(EVERYTHING).total.value == 7


def search_in_child(engine: EmbeddedEngine, answers: multiprocessing.SimpleQueue[int]) -> None:
    answers.put(engine.search(EVERYTHING).total.value)
    engine.replace([split(Said("From a child."), title=f"Child {os.getpid()}")])
    answers.put(engine.search(StatementQuery(q="child")).total.value)


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_forked_workers_share_an_engine_that_was_used_before(engine: EmbeddedEngine) -> None:
    context = multiprocessing.get_context("fork")
    answers = context.SimpleQueue()
    children = [context.Process(target=search_in_child, args=(engine, answers)) for _ in range(3)]
    for child in children:
        child.start()
        child.join(30)
        assert child.exitcode == 0
    assert [answers.get() for _ in range(6)] == [7, 1, 8, 2, 9, 3]
    assert engine.search(StatementQuery(q="child")).total.value == 3


def test_other_processes_find_a_commit_at_once(engine: EmbeddedEngine, path: Path) -> None:
    ensure_server()
    readers = []
    for _ in range(2):
        ours, theirs = multiprocessing.Pipe()
        process = SERVER.Process(target=answer, args=(str(path), theirs))
        process.start()
        theirs.close()
        readers.append((process, ours))
    for n in range(4):
        for _, asked in readers:
            asked.send("fresh")
            assert asked.recv() == n
        engine.replace([split(Said("A fresh one."), title=f"Fresh {n}")])
    for process, asked in readers:
        asked.close()
        process.join()
        assert process.exitcode == 0


def test_two_processes_may_make_it_at_once(path: Path) -> None:
    makers = [Forked(path, command=make) for _ in range(4)]
    assert [maker.communicate()[0] for maker in makers] == ["0\n"] * 4
    assert json.loads((path / "demarche.json").read_text())["current"] == "index-000001"


def test_the_askers_mistake_is_no_fault_of_the_engine(engine: EmbeddedEngine) -> None:
    with pytest.raises(QueryError):
        engine.search(StatementQuery(q='"'))


def test_a_folder_that_may_not_be_written_is_said_to_be_so() -> None:
    """By another user where this one may write everywhere."""
    with tempfile.TemporaryDirectory() as name:
        with EmbeddedEngine(f"{name}/index") as engine:
            engine.status()
        for path in (Path(name), *Path(name).rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        user = os.geteuid()
        try:
            if user == 0:
                os.seteuid(NOBODY)
            with pytest.raises(EngineUnavailable, match="this user may not write in that folder"):
                EmbeddedEngine(f"{name}/index").status()
        finally:
            os.seteuid(user)
            for path in (Path(name), *Path(name).rglob("*")):
                path.chmod(0o755)


def test_none_is_made_for_reading_but_for_the_first_article(tmp_path: Path) -> None:
    with EmbeddedEngine(tmp_path / "index", make=False) as engine:
        for read in (
            engine.status,
            engine.generation,
            lambda: list(engine.every_article()),
            lambda: engine.delete("x"),
        ):
            with pytest.raises(NoIndex, match="there is no index in"):
                read()
        assert engine.versions(["x"]) == {}
        assert engine.replace([]).added == 0
        assert not (tmp_path / "index").exists()
        assert engine.replace([CORPUS[0]]).added == 1
        assert engine.status().articles == 1
