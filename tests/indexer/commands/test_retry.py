import json
import os
import subprocess
from pathlib import Path

import pytest

from indexer.refusals.file import Refusals
from tests.indexer.commands.command import COMMAND, Run
from tests.indexer.readers.closed_folder import too_deep

GOOD = {"title": "Roads", "text": "“The road is open,” the Armenian minister said."}


@pytest.fixture
def refusals(tmp_path: Path) -> Refusals:
    return Refusals(tmp_path / "index").of(str(tmp_path / "index"))


def test_what_is_mended_is_indexed_and_forgotten(run: Run, refusals: Refusals, tmp_path: Path) -> None:
    path = tmp_path / "some.ndjson"
    path.write_text(json.dumps(GOOD) + "\n{\n", "utf-8")
    ran = run("index", path)
    assert f"what was refused is kept in {refusals.path}; `demarche retry` takes it again" in ran.stderr
    (record,) = refusals.read()
    assert (record.file, record.line, record.content) == (str(path), 2, None)
    assert record.reason.startswith("is not JSON")

    path.write_text(json.dumps(GOOD) + "\n" + json.dumps(GOOD | {"title": "Bridges"}) + "\n", "utf-8")
    again = run("retry")
    assert again.stdout.splitlines()[0] == "2 articles read: 1 new, 0 updated, 1 unchanged and skipped, 0 refused"
    assert (again.exit_code, refusals.read(), refusals.path.exists()) == (0, [], False)


def test_what_is_refused_again_stays_once(run: Run, refusals: Refusals, tmp_path: Path) -> None:
    path = tmp_path / "some.ndjson"
    path.write_text("{\n", "utf-8")
    for command in (("index", path), ("retry",), ("index", path)):
        assert run(*command).exit_code == 1
        assert [(record.file, record.line) for record in refusals.read()] == [(str(path), 1)]


def test_what_was_refused_is_forgotten(run: Run, refusals: Refusals, tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.ndjson" for name in ("one", "two", "three")]
    for path in paths:
        path.write_text("{\n[\n", "utf-8")
    run("index", *paths)
    before = refusals.read()
    assert run("retry", paths[0]).exit_code == 2
    assert run("retry", "--forget", tmp_path / "none").stdout == "0 refusals forgotten, 6 kept\n"
    assert refusals.read() == before
    assert run("retry", "--forget", paths[0]).stdout == "2 refusals forgotten, 4 kept\n"
    assert {record.file for record in refusals.read()} == {str(path) for path in paths[1:]}
    assert run("retry", "--forget").stdout == "4 refusals forgotten, 0 kept\n"
    assert not refusals.path.exists()
    assert run("retry", "--forget").stdout == "0 refusals forgotten, 0 kept\n"


def test_a_token_is_kept_where_retry_needs_it_and_shown_nowhere(run: Run, refusals: Refusals) -> None:
    url = "http://127.0.0.1:1999/feed.rss?page=2&token=hunter2"
    for command in (("index", url), ("retry",)):
        ran = run(*command)
        assert "http://127.0.0.1:1999/feed.rss?page=2&token=***: refused: " in ran.stderr
        assert "hunter2" not in ran.output
    (record,) = refusals.read()
    assert record.file == url
    assert "hunter2" not in record.reason
    assert run("retry", "--forget", url).stdout == "1 refusal forgotten, 0 kept\n"


def test_an_address_linked_to_is_told_without_its_token(run: Run, refusals: Refusals, tmp_path: Path) -> None:
    feed = tmp_path / "feed.rss"
    item = "<item><title>Roads</title><link>https://herald.example/1?sig=hunter2</link></item>"
    feed.write_text(f"<rss version='2.0'><channel><title>Herald</title>{item}</channel></rss>", "utf-8")
    ran = run("index", feed)
    assert "https://herald.example/1?sig=*** " in ran.stderr
    assert "hunter2" not in ran.output + refusals.path.read_text("utf-8")


def test_another_file_keeps_its_refusals(run: Run, refusals: Refusals, tmp_path: Path) -> None:
    one, two = tmp_path / "one.ndjson", tmp_path / "two.ndjson"
    for path in (one, two):
        path.write_text("{\n", "utf-8")
        run("index", path)
    one.write_text("", "utf-8")
    run("index", one)
    assert [record.file for record in refusals.read()] == [str(two)]


def test_a_file_that_is_gone_is_refused_by_name(run: Run, refusals: Refusals, tmp_path: Path) -> None:
    path = tmp_path / "some.ndjson"
    path.write_text("{\n", "utf-8")
    run("index", path)
    path.unlink()
    assert run("retry").stderr.startswith(f"{path}: refused: can't be read: No such file or directory\n")
    assert [record.reason for record in refusals.read()] == ["can't be read: No such file or directory"]


def test_lines_of_standard_input_are_kept_themselves(run: Run, address: str, tmp_path: Path) -> None:
    kept = tmp_path / "refused.ndjson"
    future, misfit = GOOD | {"published_on": "2999"}, GOOD | {"statements": [{"kind": "direct", "spans": [[0, 999]]}]}
    command = [COMMAND, "index", "-", "--engine", address, "--refused", kept]
    lines = "".join(json.dumps(document) + "\n" for document in (future, misfit))
    assert subprocess.run(command, input=lines, capture_output=True, text=True, check=False).returncode == 1
    refusals = Refusals(kept)
    assert [(record.file, record.line) for record in refusals.read()] == [
        ("<standard input>", 1),
        ("<standard input>", 2),
    ]
    mended = kept.read_text("utf-8").replace("2999", "1999").replace("999]]", "16]]")
    kept.write_text(mended, "utf-8")
    ran = run("retry", "--refused", kept)
    assert ran.stdout.startswith("2 articles read: "), ran.stderr
    assert (ran.exit_code, refusals.read()) == (0, [])


def test_columns_are_remembered(run: Run, refusals: Refusals, tmp_path: Path) -> None:
    path = tmp_path / "some.ndjson"
    path.write_text('{"body": "It rained."}\n{\n', "utf-8")
    run("index", path, "--column", "text=body")
    path.write_text('{"body": "It rained."}\n{"body": "It snowed."}\n', "utf-8")
    assert run("retry").stdout.startswith("2 articles read: 1 new, 0 updated, 1 unchanged")


def test_with_nothing_refused_there_is_nothing_to_do(run: Run, refusals: Refusals) -> None:
    ran = run("retry")
    assert (ran.exit_code, ran.stderr) == (0, f"nothing was refused: there is no {refusals.path}\n")


def test_a_file_of_something_else_is_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "other.ndjson"
    path.write_text('{"text": "An article."}\n', "utf-8")
    ran = run("retry", "--refused", path)
    assert ran.exit_code == 2
    assert f"{path} is no file of refused articles" in ran.stderr


def test_half_a_line_of_one_that_was_cut_off_stops_nobody(run: Run, refusals: Refusals, tmp_path: Path) -> None:
    path = tmp_path / "some.ndjson"
    path.write_text("{\n{\n", "utf-8")
    run("index", path)
    first, second = refusals.path.read_bytes().splitlines(keepends=True)
    for cut in (1, 20, len(second) - 1):
        refusals.path.write_bytes(first + second[:cut])
        assert [record.line for record in refusals.read()] == [1]
        assert run("index", path).exit_code == 1
        assert [record.line for record in refusals.read()] == [1, 2]


def test_what_is_no_file_of_refused_articles_is_left_alone(run: Run, tmp_path: Path) -> None:
    mine, bad = tmp_path / "mine.txt", tmp_path / "bad.ndjson"
    bad.write_text("{\n", "utf-8")
    for content in ("Notes without an end", '{"title": "Roads"}\n'):
        mine.write_text(content, "utf-8")
        assert run("index", bad, "--refused", mine).exit_code == 2
        assert mine.read_text("utf-8") == content


def test_very_many_are_settled_at_once(refusals: Refusals) -> None:
    """In time that does not grow with their number squared."""
    refusals.path.parent.mkdir(parents=True, exist_ok=True)
    line = '{"file":"/one.ndjson","reason":"is not JSON","at":"2026-03-01T12:30:00.000+00:00","line":%d}\n'
    refusals.path.write_text("".join(line % number for number in range(20_000)), "utf-8")
    refusals.settle(["/one.ndjson"], refusals.read())
    assert not refusals.path.exists()


def test_a_name_that_is_no_utf_8_is_kept_and_found_again(run: Run, refusals: Refusals, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path / "caf") + b"\xe9.ndjson"))
    path.write_text("{\n", "utf-8")
    assert run("index", tmp_path).exit_code == 1
    assert [record.file for record in refusals.read()] == [str(path)]
    assert refusals.path.read_bytes().isascii()
    path.write_text(json.dumps(GOOD), "utf-8")
    assert run("retry").stdout.startswith("1 article read: 1 new")
    assert refusals.read() == []


def test_a_file_that_is_gone_is_known_from_any_folder(
    run: Run, refusals: Refusals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "some.ndjson").symlink_to(folder / ".mounted.ndjson")
    monkeypatch.chdir(tmp_path)
    assert run("index", "articles").exit_code == 1
    assert [record.file for record in refusals.read()] == [str(folder / "some.ndjson")]
    (folder / ".mounted.ndjson").write_text(json.dumps(GOOD), "utf-8")
    monkeypatch.chdir(folder)
    assert run("retry").exit_code == 0
    assert refusals.read() == []


def test_a_folder_that_cannot_be_looked_through_is_refused_and_looked_through_again(
    run: Run, refusals: Refusals, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    closed = too_deep(folder)
    ran = run("index", folder)
    assert ran.stderr.startswith(f"{closed}: refused: can't be read: File name too long\n")
    assert [record.file for record in refusals.read()] == [str(closed)]

    opened = tmp_path / "opened"
    opened.mkdir()
    (opened / "some.ndjson").write_text(json.dumps(GOOD), "utf-8")
    refusals.path.write_text(refusals.path.read_text("utf-8").replace(str(closed), str(opened)), "utf-8")
    assert run("retry").stdout.startswith("1 article read: 1 new")
    assert refusals.read() == []


@pytest.mark.parametrize("command", ["index", "retry"])
def test_what_was_refused_may_not_be_readable(command: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "some.ndjson"
    path.write_text("{\n", "utf-8")
    kept = path / "refused.ndjson"
    ran = run(command, *([path] if command == "index" else []), "--refused", kept)
    assert (ran.exit_code, ran.stderr) == (
        3,
        f"demarche: what was refused can't be read in {kept}: Not a directory\n",
    )
