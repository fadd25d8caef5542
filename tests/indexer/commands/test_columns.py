from pathlib import Path

import orjson
import pytest

from tests.indexer.commands.command import Run


def test_index_and_extract_take_columns(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("headline,body,no\nA title,“We agree.” said the minister.,7\n", "utf-8")
    columns = ("--column", "title=headline", "--column", "text=body", "--column", "id=no")
    assert run("index", *columns, table).stdout.startswith("1 article read: 1 new")
    told = orjson.loads(run("extract", *columns, table).stdout)
    assert (told["title"], told["id"]) == ("A title", "7")


def test_a_field_has_one_column(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("body,plain\nA,B\n", "utf-8")
    ran = run("extract", "--column", "text=body", "--column", "text=plain", tmp_path / "a.csv")
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert "Invalid value for '--column': text is to be 'body' and 'plain': it can be one of them" in ran.stderr
    assert run("extract", "--column", "text=body", "--column", "text=body", tmp_path / "a.csv").exit_code == 0


@pytest.mark.parametrize("command", ["index", "extract"])
@pytest.mark.parametrize(
    ("column", "reason"),
    [
        (
            "titel=headline",
            "'titel' is none of title, url, source, published_on, language, text, id; did you mean title?",
        ),
        ("headline", "'headline' is not FIELD=NAME, such as title=headline"),
        ("title=", "'title=' is not FIELD=NAME, such as title=headline"),
    ],
)
def test_a_column_that_is_none_is_told_before_anything_is_read(
    run: Run, tmp_path: Path, command: str, column: str, reason: str
) -> None:
    (tmp_path / "a.csv").write_text("title,text\nA,B\n", "utf-8")
    ran = run(command, "--column", column, tmp_path / "a.csv")
    assert ran.exit_code == 2
    assert ran.stdout == ""
    assert f"Invalid value for '--column': {reason}" in ran.stderr
