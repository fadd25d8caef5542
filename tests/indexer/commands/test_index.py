import json
import subprocess
from pathlib import Path

import pytest
from click.testing import Result

from tests.indexer.commands.command import COMMAND, Run

ONE = "Source: Herald\n\nA Title\n\n“The road is open,” the Armenian minister said.\n"


def summary(result: Result) -> list[str]:
    return result.stdout.splitlines()


def test_it_says_what_became_of_the_articles(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE, "utf-8")
    first, second = run("index", tmp_path), run("index", tmp_path)
    assert summary(first) == [
        "1 article read: 1 new, 0 updated, 0 unchanged and skipped, 0 refused",
        "1 statement indexed",
    ]
    assert summary(second)[0] == "1 article read: 0 new, 0 updated, 1 unchanged and skipped, 0 refused"
    assert (first.exit_code, second.exit_code, first.stderr) == (0, 0, "")


FRENCH = "Le ministre des Affaires étrangères a déclaré lundi que les pourparlers reprendraient la semaine prochaine."


def test_it_says_what_is_not_split(run: Run, tmp_path: Path) -> None:
    articles = [{"title": f"Numéro {number}", "text": FRENCH} for number in range(2)]
    (tmp_path / "some.ndjson").write_text("".join(json.dumps(one) + "\n" for one in articles), "utf-8")
    (tmp_path / "one.txt").write_text(ONE, "utf-8")
    assert summary(run("index", tmp_path)) == [
        "3 articles read: 3 new, 0 updated, 0 unchanged and skipped, 0 refused",
        "1 statement indexed",
        "2 articles in fr: not split",
    ]


def test_what_is_refused_is_named_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "some.ndjson"
    path.write_text('{"text": "One."}\n{"text": \n{"text": "Three."}\n', "utf-8")
    ran = run("index", path)
    assert ran.exit_code == 1
    assert ran.stderr.splitlines()[0] == f"{path}:2: refused: is not JSON: unexpected end of data at character 9"
    assert summary(ran)[0] == "3 articles read: 2 new, 0 updated, 0 unchanged and skipped, 1 refused"


def test_a_program_gets_one_object(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE, "utf-8")
    told = json.loads(run("index", tmp_path / "one.txt", "--json").stdout)
    assert told.pop("seconds") > 0
    assert told.pop("refused_file").endswith(".ndjson")
    assert told == {
        "read": 1,
        "added": 1,
        "updated": 0,
        "unchanged": 0,
        "superseded": 0,
        "refused": 0,
        "statements": 1,
        "not_split": {},
        "passed_over": 0,
        "replacements": [],
        "omissions": [],
    }


BRIEFS = (
    {
        "id": "n1",
        "title": "In brief",
        "source": "Quay Post",
        "published_on": "2024-05-01",
        "text": "Georgia denied it.",
    },
    {"id": "n2", "title": "In brief", "source": "Quay Post", "published_on": "2024-05", "text": "Armenia agreed."},
)


def lines(*articles: dict[str, str]) -> str:
    return "".join(f"{json.dumps(article)}\n" for article in articles)


def test_articles_of_one_outlet_day_and_title_stay_two_and_what_is_replaced_is_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "briefs.ndjson"
    first, second = BRIEFS
    path.write_text(lines(*BRIEFS), "utf-8")
    assert summary(run("index", path))[0] == "2 articles read: 2 new, 0 updated, 0 unchanged and skipped, 0 refused"
    path.write_text(
        lines(first | {"text": "Georgia confirmed it."}, second, second | {"text": "Armenia left."}), "utf-8"
    )
    told = run("index", path).stdout.splitlines()
    id_ = told[2].split("(")[1].split()[0]
    assert told[0].startswith("3 articles read: 0 new, 2 updated, 0 unchanged and skipped, 1 superseded")
    assert told[2] == f"superseded: {path}:2 by {path}:3 ({id_} “In brief”)"
    assert told[3].startswith("updated: ")
    assert told[3].endswith(f" “In brief” by {path}:1")
    assert run("delete", id_).stdout == f"{id_} deleted\n"


def test_a_fault_in_an_address_costs_the_address_alone_and_other_members_are_named_once(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "briefs.ndjson"
    path.write_text(
        lines(*(brief | {"titel": "x", "author": "y", "url": "quay.example/1"} for brief in BRIEFS)), "utf-8"
    )
    ran = run("index", path)
    assert summary(ran)[0] == "2 articles read: 2 new, 0 updated, 0 unchanged and skipped, 0 refused"
    assert ran.stderr.splitlines() == [
        f"{path}:1: read without its url, which is no address of http or https",
        f"{path}:2: read without its url, which is no address of http or https",
        "members not used: titel (is title meant? --column title=titel says so), author",
    ]
    assert run("extract", path).stderr == ran.stderr


def test_a_scheduler_that_is_not_there_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE, "utf-8")
    ran = run("index", tmp_path / "one.txt", "--dask", "tcp://127.0.0.1:9")
    assert ran.exit_code == 2
    assert "no dask scheduler answers at tcp://127.0.0.1:9" in ran.stderr


def test_files_of_another_kind_are_named_but_no_fault(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name in ("a.json", "b.md", "c.pdf", "d.docx", "one.txt"):
        (tmp_path / "folder" / name).write_text(ONE, "utf-8")
    ran = run("index", tmp_path / "folder")
    assert ran.exit_code == 0
    folder = tmp_path / "folder"
    assert ran.stderr == (
        "passed over, for no reader knows its kind: "
        f"{folder / 'a.json'}, {folder / 'b.md'}, {folder / 'c.pdf'} and 1 more\n"
    )
    names = ("a.json", "b.md", "c.pdf", "d.docx")
    told = "".join(f"passed over, for no reader knows its kind: {folder / name}\n" for name in names)
    for command in ("index", "extract"):
        assert run(command, folder, "--list-passed-over").stderr == told
    assert json.loads(run("index", folder, "--json").stdout)["passed_over"] == 4


ADDRESSES = ["ftp://anna:hunter2{}tail@h.example/a", "https://anna:hunter2{}tail@h.example/a"]


@pytest.mark.parametrize("sign", ["", "@", "/", "#", "?", "%", ":", ",", " ", "'", '"', "%2F"])
def test_no_command_repeats_a_password(sign: str, run: Run) -> None:
    nodes = ("https://anna:hunter2{}tail@127.0.0.1:9", "https://anna:hunter2{}tail@127.0.0.1:9,127.0.0.1:19")
    asked = [("status", "--engine", each) for each in nodes] + [("index", each) for each in ADDRESSES]
    for *command, written in asked:
        ran = run(*command, written.format(sign))
        assert ran.exit_code
        assert not any(part in ran.output for part in ("hunter2", "tail")), ran.output


def test_an_engine_that_is_away_is_said_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE, "utf-8")
    ran = run("index", tmp_path / "one.txt", "--engine", "http://127.0.0.1:9")
    assert ran.exit_code == 3
    assert len(ran.stderr.splitlines()) == 1
    assert ran.stderr.startswith("demarche: ")
    assert "Traceback" not in ran.output


def test_standard_input_that_is_closed_is_refused_by_name(address: str) -> None:
    ran = subprocess.run(
        ["/bin/sh", "-c", '"$@" <&-', "sh", COMMAND, "index", "-", "--engine", address],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr.startswith("<standard input>: refused: can't be read: it is closed\n")


def test_what_extract_prints_is_indexed_with_the_same_statements(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE, "utf-8")
    printed = run("extract", tmp_path / "one.txt").stdout
    (tmp_path / "split.ndjson").write_text(printed, "utf-8")
    assert summary(run("index", tmp_path / "split.ndjson"))[1] == "1 statement indexed"
    (tmp_path / "split.ndjson").write_text(json.dumps(json.loads(printed) | {"statements": []}), "utf-8")
    assert summary(run("index", tmp_path / "split.ndjson")) == [
        "1 article read: 0 new, 1 updated, 0 unchanged and skipped, 0 refused",
        "0 statements indexed",
    ]
