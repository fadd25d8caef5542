from datetime import date
from pathlib import Path

import pytest

from schemas.identity.people_file import PeopleFault, digest_of, read_people

HEADER = "id,names,office,organisation,country,from,to\n"
EXAMPLE = Path(__file__).parents[3] / "examples/people.csv.example"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "people.csv"


def test_a_table_is_read(table: Path) -> None:
    table.write_text(f"{HEADER}q1,Ana Kos; A. Kos,president,,AZ,2018-04,2023\n\nq2,Jan Kos,,,,,\n", "utf-8")
    first, second = read_people(table).holders
    assert (first.id, first.names, first.office, first.country, first.line) == (
        "q1",
        ("Ana Kos", "A. Kos"),
        "president",
        "AZ",
        2,
    )
    assert (first.first_day, first.last_day) == (date(2018, 4, 1), date(2023, 12, 31))
    assert (second.first_day, second.last_day) == (date.min, date.max)


def test_two_columns_are_enough(table: Path) -> None:
    table.write_text("id,names\nq1,Ana Kos\n", "utf-8")
    assert read_people(table).lines_of("q1")[0].names == ("Ana Kos",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id\nq1\n", "line 1: the column names is missing"),
        ("id,names,born\n", "line 1, column born"),
        ("", "line 1: the column id is missing"),
        (f"{HEADER}q1,Ana Kos\n", "line 2: it has 2 cells"),
        (f"{HEADER}q 1,Ana Kos,,,,,\n", "line 2, column id"),
        (f"{HEADER}q1,;,,,,,\n", "line 2, column names"),
        (f"{HEADER}q1,Ana Kos,,,ZZ,,\n", "line 2, column country"),
        (f"{HEADER}q1,Ana Kos,,,,soon,\n", "line 2, column from"),
        (f"{HEADER}q1,Ana Kos,,,,2020,2019\n", "line 2, column to"),
        (f'{HEADER}q1,"Ana" Kos,,,,,\n', "line 2: "),
        ("id,names,id\n", "line 1, column id: it is there twice"),
        (f'{HEADER}q1,"Ana Kos;\nA. Kos",,,,,\nq2,Jan Kos,,,ZZ,,\n', "line 4, column country"),
        (f"{HEADER}q1,Ana\u2028Kos,,,ZZ,,\n", "line 2, column country"),
    ],
)
def test_a_fault_is_told_by_line_and_column(table: Path, text: str, told: str) -> None:
    table.write_text(text, "utf-8")
    with pytest.raises(PeopleFault, match=told):
        read_people(table)


def test_what_is_not_utf_8_is_a_fault(table: Path) -> None:
    table.write_bytes(b"id,names\nq1,Jos\xe9\n")
    with pytest.raises(PeopleFault, match="UTF-8"):
        read_people(table)


def test_the_digest_changes_with_the_table(table: Path) -> None:
    assert digest_of(None) == digest_of(str(table)) == ""
    table.write_text("id,names\n", "utf-8")
    before = digest_of(str(table))
    table.write_text("id,names\nq1,Ana Kos\n", "utf-8")
    assert len(before) == len(digest_of(str(table))) == 6
    assert before != digest_of(str(table))


def test_the_example_is_a_table() -> None:
    people = read_people(EXAMPLE)
    assert {each.id for each in people.holders} == {"ex-001", "ex-002", "ex-003", "ex-004"}
    assert list(people.clashes()) == []
