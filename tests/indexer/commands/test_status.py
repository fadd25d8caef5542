from pathlib import Path

from tests.indexer.commands.running import Run


def test_it_tells_the_engine_and_what_it_holds(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A Title\n\n“The road is open,” the minister said.\n", "utf-8")
    run("index", tmp_path / "one.txt")
    told = dict(line.split(maxsplit=1) for line in run("status").stdout.splitlines())
    assert told["engine"].startswith("embedded ")
    assert told["location"] == str(tmp_path / "index")
    assert (told["articles"], told["statements"]) == ("1", "1")
    assert told["size"].endswith(("bytes", "kB", "MB"))


def test_an_empty_index_has_a_status_too(run: Run) -> None:
    ran = run("status")
    assert ran.exit_code == 0
    assert "articles    0\n" in ran.stdout


def test_an_engine_that_is_away_is_said_in_one_line(run: Run) -> None:
    ran = run("status", "--engine", "http://127.0.0.1:9")
    assert ran.exit_code == 3
    assert ran.stderr.startswith("demarche: ")
    assert len(ran.stderr.splitlines()) == 1
