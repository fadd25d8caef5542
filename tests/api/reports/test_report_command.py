"""`demarche reports` lists them, names what is damaged, and lets no report steer a terminal."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner, Result

from api.reports.report_command import reports
from api.reports.report_file import Report, Wrong, add

REPORT = Report(
    "a-01", Wrong.SPEAKER, "It was\nher \x1b[31mdeputy", "Lina Berg: We stay.", datetime(2026, 5, 1, 9, tzinfo=UTC)
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "reports.ndjson"
    add(path, REPORT)
    add(path, replace(REPORT, statement_id="a-02", wrong=Wrong.DATE, words=""))
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(reports, list(map(str, words)))


def test_each_is_a_line(path: Path) -> None:
    result = run("--file", path)
    assert result.stdout == (
        "2026-05-01 09:00\ta-01\tspeaker\tLina Berg: We stay.\tIt was her [31mdeputy\n"
        "2026-05-01 09:00\ta-02\tdate\tLina Berg: We stay.\t\n"
    )
    assert result.exit_code == 0


def test_programs_get_all_of_it(path: Path) -> None:
    found = orjson.loads(run("--json", "--file", path).stdout)["reports"]
    assert [each["statement_id"] for each in found] == ["a-01", "a-02"]
    assert found[0] == {
        "statement_id": "a-01",
        "wrong": "speaker",
        "words": REPORT.words,
        "shown": REPORT.shown,
        "reported_at": "2026-05-01T09:00:00+00:00",
    }


def test_a_damaged_line_is_named_and_passed_over(path: Path) -> None:
    with path.open("a") as file:
        file.write("{}\n")
    result = run("--file", path)
    assert result.stdout.count("\n") == 2
    assert f"line 3 of {path} is no report" in result.stderr
    assert result.exit_code == 1


def test_none_and_unreadable_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMARCHE_REPORTS_FILE", str(tmp_path / "none.ndjson"))
    result = run()
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"there are no reports in {tmp_path}/none.ndjson" in result.stderr
    monkeypatch.setenv("DEMARCHE_REPORTS", "perhaps")
    assert run().exit_code == 2
