"""Reports are added whole by many at once, and a damaged line harms no other."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from api.reports import report_file
from api.reports.report_file import Damage, Report, ReportsFull, Wrong, add, read

REPORT = Report(
    "a-01", Wrong.SPEAKER, "It was\nher “deputy”.", "Lina Berg: We stay.", datetime(2026, 5, 1, 9, tzinfo=UTC)
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "reports.ndjson"


def test_what_is_added_is_read_in_its_order(path: Path) -> None:
    assert list(read(path)) == []
    other = replace(REPORT, statement_id="a-02", wrong=Wrong.OTHER, words="")
    add(path, REPORT)
    add(path, other)
    assert list(read(path)) == [REPORT, other]
    assert path.stat().st_mode & 0o077 == 0


def test_many_add_at_once_and_no_line_is_torn(path: Path) -> None:
    many = [replace(REPORT, statement_id=f"a-{at}", words="x" * 400) for at in range(60)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda each: add(path, each), many))
    found = [each for each in read(path) if isinstance(each, Report)]
    assert sorted(each.statement_id for each in found) == sorted(each.statement_id for each in many)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "it is no JSON"),
        (b"\xff\xfe", "it is no JSON"),
        (b"[]", "it lacks what a report has, or has it in another form: _schema"),
        (b'{"statement_id": "a"}', "it lacks what a report has, or has it in another form: wrong, words, shown, "),
    ],
)
def test_a_line_that_is_no_report_is_named(path: Path, line: bytes, reason: str) -> None:
    add(path, REPORT)
    with path.open("ab") as file:
        file.write(line + b"\n\n")
    add(path, REPORT)
    first, damage, last = read(path)
    assert first == last == REPORT
    assert isinstance(damage, Damage)
    assert (damage.line, damage.reason[: len(reason)]) == (2, reason)


def test_after_a_torn_line_the_next_is_whole(path: Path) -> None:
    add(path, REPORT)
    with path.open("ab") as file:
        file.write(b'{"statement_id": "a-0')
    add(path, REPORT)
    assert [type(each) for each in read(path)] == [Report, Damage, Report]


def test_a_full_file_takes_no_more(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(path, REPORT)
    monkeypatch.setattr(report_file, "MOST_BYTES", path.stat().st_size + 10)
    with pytest.raises(ReportsFull):
        add(path, REPORT)
    assert list(read(path)) == [REPORT]


def test_no_link_is_followed_to_another_file(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic links"):
        add(path, REPORT)
