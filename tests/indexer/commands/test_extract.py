import json
from pathlib import Path

import pytest

from indexer.extraction.identity.known_people import known_people
from tests.indexer.commands.command import Run, run_without_room

LINES = [
    {"id": "second", "text": "“We agree,” the French minister said.", "statements": [{"any": "thing"}], "tags": [1]},
    {"id": 1, "title": "A Title", "text": "It rained."},
    {"text": "Tehran denied having sent the ships."},
]

FRENCH = "Le ministre a déclaré lundi que les pourparlers reprendraient la semaine prochaine, a-t-il ajouté."


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


def test_a_rule_is_told_where_it_is_asked_for(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "lines.ndjson")
    plain, explained = (run("extract", path).stdout, run("extract", "--explain", path).stdout)
    assert '"rule"' not in plain
    told = [json.loads(line)["statements"] for line in explained.splitlines()]
    assert [[statement["rule"] for statement in found] for found in told] == [["quote beside its cue"], [], ["gerund"]]
    assert [[statement["people"] for statement in found] for found in told] == [[[]], [], [[]]]


def test_the_lines_of_a_table_of_people_are_shown(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article, table = tmp_path / "article.txt", tmp_path / "people.csv"
    article.write_text("Polish Minister Jan Kos said the road was open.", "utf-8")
    table.write_text("id,names,office,country,from\nq1,Jan Kos,transport minister,PL,2020\n", "utf-8")
    monkeypatch.setenv("DEMARCHE_PEOPLE", str(table))
    known_people.cache_clear()
    shown = json.loads(run("extract", "--explain", article).stdout)["statements"]
    told = " ".join(run("extract", "--format", "table", "--explain", article).stdout.split())
    known_people.cache_clear()
    assert [one["speaker"]["id"] for one in shown] == ["q1"]
    assert shown[0]["people"] == ["q1: line 2 of DEMARCHE_PEOPLE, transport minister, PL, from 2020-01-01"]
    assert "q1: line 2" in told


def test_it_says_what_is_not_split(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "lines.ndjson"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in (FRENCH, "Ilk, Riga.")), "utf-8")
    told = [json.loads(line) for line in run("extract", path).stdout.splitlines()]
    assert [(one["language"], one["split"], one["statements"]) for one in told] == [("fr", False, []), (None, True, [])]
    for options in ((), ("--explain",)):
        assert "not split: it is in fr" in run("extract", "--format", "table", *options, path).stdout


def test_a_table_shows_the_words_behind_a_statement(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Tehran denied having sent the ships.", "utf-8")
    told = " ".join(run("extract", "--format", "table", "--explain", path).stdout.split())
    assert "found by" in told
    assert {"gerund", "“Tehran”", "“denied”"} <= set(told.split())
    assert "found by" not in run("extract", "--format", "table", path).stdout


def test_standard_output_without_room_is_said_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.ndjson"
    path.write_text(json.dumps({"text": FRENCH}), "utf-8")  # for which no model is loaded
    ran = run_without_room("extract", path, buffered=True)
    assert ran == (3, "demarche: No space left on device\n")


def test_what_is_refused_is_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    ran = run("extract", path)
    assert (ran.exit_code, ran.stdout, ran.stderr) == (1, "", f"{path}: refused: has no text\n")


DUMP = """Categories: 2023

Orvania Recalls Envoy Over Dam on the Upper Sava

A lorry waits at the dam's construction road

Lorries stood there on Tuesday. “No stone will be laid without our signature,” the Orvanian minister said.

“The dam,” Ilir Novan replied, “is ours to build.”

Mirela Dost:"""


def test_a_dumps_header_caption_and_leftover_are_no_statements(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "dump.txt"
    path.write_text(DUMP, "utf-8")
    article = json.loads(run("extract", path).stdout)
    assert (article["title"], article["published_on"]) == ("Orvania Recalls Envoy Over Dam on the Upper Sava", "2023")
    assert [statement["text"] for statement in article["statements"]] == [
        "No stone will be laid without our signature,",
        "The dam, … is ours to build.",
    ]


def test_windows_line_ends_stay_and_every_span_fits_them(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "dump.txt"
    path.write_text(DUMP, "utf-8")
    unix = json.loads(run("extract", path).stdout)
    path.write_text(DUMP, "utf-8", newline="\r\n")
    windows = json.loads(run("extract", path).stdout)
    assert windows["text"] == unix["text"].replace("\n", "\r\n")
    for one, other in zip(unix["statements"], windows["statements"], strict=True):
        assert [unix["text"][slice(*span)] for span in one["spans"]] == [
            windows["text"][slice(*span)] for span in other["spans"]
        ]
        assert (one["speaker"]["name"], one["cue"]["text"]) == (other["speaker"]["name"], other["cue"]["text"])
