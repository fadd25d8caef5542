import json
import time
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from tests.indexer.commands.command import Run


def test_it_tells_the_engine_and_what_it_holds(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A Title\n\n“The road is open,” the minister said.\n", "utf-8")
    run("index", tmp_path / "one.txt")
    told = dict(line.split(maxsplit=1) for line in run("status").stdout.splitlines())
    assert told["engine"].startswith("embedded ")
    assert told["location"] == str(tmp_path / "index")
    assert (told["articles"], told["statements"]) == ("1", "1")
    assert told["size"].endswith(("bytes", "kB", "MB"))


@pytest.mark.parametrize(
    "arguments", [("status",), ("export", "articles"), ("delete", "x"), ("rebuild",)], ids=" ".join
)
def test_where_there_is_no_index_it_is_said_and_none_is_made(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    ran = run(*arguments)
    assert ran.exit_code == 3
    assert ran.stderr == f"demarche: there is no index in {tmp_path / 'index'}: `demarche index` makes one\n"
    assert not (tmp_path / "index").exists()


def test_elasticsearch_without_an_index_gets_none(run: Run, elasticsearch_url: str) -> None:
    name = f"none-{time.time_ns()}"
    ran = run("status", "--engine", f"{elasticsearch_url}?index={name}")
    assert (ran.exit_code, ran.stdout) == (3, "")
    assert ran.stderr.startswith(f"demarche: there is no index {name}-articles on Elasticsearch")
    with Elasticsearch(elasticsearch_url) as client:
        assert not client.indices.get(index=f"{name}*")


def test_a_program_gets_one_object(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A Title\n\n“The road is open,” the minister said.\n", "utf-8")
    run("index", tmp_path / "one.txt")
    told = json.loads(run("status", "--json").stdout)
    assert told.pop("bytes") > 0
    assert told.pop("version").startswith("tantivy ")
    assert told == {
        "engine": "embedded",
        "location": str(tmp_path / "index"),
        "articles": 1,
        "statements": 1,
        "outdated": 0,
    }


def test_an_engine_that_is_away_is_said_in_one_line(run: Run) -> None:
    ran = run("status", "--engine", "http://127.0.0.1:9")
    assert ran.exit_code == 3
    assert ran.stderr.startswith("demarche: ")
    assert len(ran.stderr.splitlines()) == 1


def test_people_that_a_table_can_not_tell_apart_are_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.txt").write_text("A Title\n\n“The road is open,” the minister said.\n", "utf-8")
    run("index", tmp_path / "one.txt")
    table = tmp_path / "people.csv"
    table.write_text("id,names,country\nq1,Jan Kos,PL\nq2,Jan Kos,PL\n", "utf-8")
    monkeypatch.setenv("DEMARCHE_PEOPLE", str(table))
    assert f"Jan Kos (q1) and Jan Kos (q2) can't be told apart: lines 2 and 3 of {table}" in run("status").stdout


def test_a_table_of_people_with_a_fault_stops_the_command(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "people.csv"
    table.write_text("id,names,country\nq1,Jan Kos,ZZ\n", "utf-8")
    monkeypatch.setenv("DEMARCHE_PEOPLE", str(table))
    ran = run("status")
    assert ran.exit_code == 2
    assert "line 2, column country: 'ZZ' is no code of ISO 3166-1" in " ".join(ran.stderr.split())
    assert "Traceback" not in ran.output
