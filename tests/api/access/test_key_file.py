"""Keys: made, found, taken away, and never kept as they are."""

from __future__ import annotations

import json
import multiprocessing
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from api.access.key_command import key as command
from api.access.key_file import BEGINNING, Keys, KeysUnreadable


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "keys.json"


def test_is_found_by_what_it_is_and_by_nothing_else(path: Path) -> None:
    keys = Keys(path)
    reader, writer = keys.add("reader", write=False), keys.add("writer", write=True)
    assert reader.startswith(BEGINNING)
    assert len(reader) > 40
    found = keys.find(reader), keys.find(writer)
    assert [(key.name, key.write) for key in found if key] == [("reader", False), ("writer", True)]
    for other in ("", BEGINNING, reader[:-1], reader.lower(), f"{reader} ", "\ud800"):
        assert keys.find(other) is None


def test_only_its_hash_is_kept_and_only_its_owner_reads_that(path: Path) -> None:
    text = Keys(path).add("reader", write=False)
    assert text not in path.read_text()
    assert text.removeprefix(BEGINNING) not in path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_counts_at_once_and_no_longer_when_removed(path: Path) -> None:
    server, operator = Keys(path), Keys(path)
    assert server.all() == ()
    text = operator.add("reader", write=False)
    assert server.find(text) is not None
    operator.remove("reader")
    assert server.find(text) is None


def test_names_are_told_apart(path: Path) -> None:
    keys = Keys(path)
    keys.add("reader", write=False)
    with pytest.raises(ValueError, match="already"):
        keys.add("reader", write=True)
    with pytest.raises(ValueError, match="no key named writer"):
        keys.remove("writer")
    assert [key.name for key in keys.all()] == ["reader"]


WHOLE = {"name": "reader", "hash": "0" * 64, "write": False, "made_on": "2026-03-01"}
DAMAGED = [
    "",
    "[]",
    "\x00",
    "{}",
    "[" * 5000,
    '{"keys": [{"name": "x"}]}',
    '{"keys": "reader"}',
    *(json.dumps({"keys": [WHOLE | wrong]}) for wrong in ({"hash": 7}, {"hash": "é"}, {"write": "no"}, {"may": "all"})),
]


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_file_lets_nobody_in(path: Path, content: str) -> None:
    keys = Keys(path)
    text = keys.add("reader", write=False)
    path.write_text(content)
    with pytest.raises(KeysUnreadable):
        keys.find(text)
    with pytest.raises(KeysUnreadable):
        keys.add("writer", write=True)
    assert path.read_text() == content
    for arguments in (["list"], ["list", "--json"], ["add", "writer"], ["remove", "reader"]):
        ran = CliRunner().invoke(command, [*arguments, "--file", str(path)])
        assert (ran.exit_code, ran.stdout) == (1, "")
        assert ran.stderr.startswith(f"Error: the file of keys {path} is damaged")
        assert ran.stderr.count("\n") == 1
    assert path.read_text() == content


def test_what_may_not_be_read_is_told_by_its_cause(path: Path) -> None:
    path.mkdir(parents=True)
    ran = CliRunner().invoke(command, ["list", "--file", str(path)])
    assert (ran.exit_code, ran.stdout) == (2, "")
    with pytest.raises(KeysUnreadable, match=r"keys.json can't be read: Is a directory$"):
        Keys(path).all()


def add_some(path: Path, worker: int) -> None:
    for n in range(20):
        Keys(path).add(f"{worker}-{n}", write=False)


def test_several_commands_at_once_lose_none(path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    workers = [spawn.Process(target=add_some, args=(path, n)) for n in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(Keys(path).all()) == 60


def test_the_command_makes_lists_and_removes(path: Path) -> None:
    run = CliRunner().invoke
    made = run(command, ["add", "crawler", "--write", "--file", str(path)])
    assert made.exit_code == 0
    text = made.stdout.strip()
    found = Keys(path).find(text)
    assert found is not None
    assert found.write
    listed = run(command, ["list", "--file", str(path)])
    assert listed.stdout.split("\t")[:2] == ["crawler", "write"]
    assert text not in listed.output
    as_json = json.loads(run(command, ["list", "--json", "--file", str(path)]).stdout)
    assert as_json == {"keys": [{"name": "crawler", "write": True, "made_on": found.made_on}]}
    assert run(command, ["remove", "crawler", "--file", str(path)]).exit_code == 0
    assert run(command, ["list", "--file", str(path)]).stdout == ""
    assert json.loads(run(command, ["list", "--json", "--file", str(path)]).stdout) == {"keys": []}


@pytest.mark.parametrize("arguments", [["add", " "], ["add", "a\nb"], ["remove", "nobody"], ["add"]])
def test_the_command_names_mistakes(path: Path, arguments: list[str]) -> None:
    result = CliRunner().invoke(command, [*arguments, "--file", str(path)])
    assert result.exit_code != 0
    assert "Error" in result.output
    assert not path.exists()
