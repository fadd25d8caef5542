import json
from pathlib import Path

from tests.indexer.commands.running import Run

LINES = [
    {"id": "second", "text": "“We agree,” the French minister said.", "statements": [{"any": "thing"}], "tags": [1]},
    {"id": 1, "title": "A Title", "text": "It rained."},
    {"text": "Tehran denied having sent the ships."},
]


def write(path: Path) -> Path:
    path.write_text("\n".join(map(json.dumps, LINES)), "utf-8")
    return path


def test_it_prints_an_article_a_line_in_the_order_of_the_input(run: Run, tmp_path: Path) -> None:
    ran = run("extract", write(tmp_path / "lines.ndjson"))
    assert ran.exit_code == 0
    first, second, third = map(json.loads, ran.stdout.splitlines())
    assert (first["id"], second["id"], len(third["id"])) == ("second", "1", 16)
    assert [statement["text"] for statement in first["statements"]] == ["We agree,"]
    assert first["statements"][0]["speaker"]["countries"] == first["countries"] == ["FR"]
    assert first["text"] == LINES[0]["text"]
    assert second["statements"] == second["countries"] == second["territories"] == []
    assert {"spans", "kind", "speaker", "cue", "countries", "said_on"} <= third["statements"][0].keys()


def test_it_stores_nothing(run: Run, tmp_path: Path) -> None:
    run("extract", write(tmp_path / "lines.ndjson"))
    assert not (tmp_path / "index").exists()


def test_a_table_shows_who_said_what(run: Run, tmp_path: Path) -> None:
    ran = run("extract", "--format", "table", write(tmp_path / "lines.ndjson"))
    words = ran.stdout.split()
    assert {"direct", "agree,", "assert", "FR", "deny", "indirect"} <= set(words)
    assert "no statements" in ran.stdout


def test_what_is_refused_is_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    ran = run("extract", path)
    assert (ran.exit_code, ran.stdout, ran.stderr) == (1, "", f"{path}: refused: has no text\n")
