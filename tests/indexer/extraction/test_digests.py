import pytest

from tests.indexer.extraction.digests import changed, essence_of_code, essence_of_data, found

CODE = '"""What it is."""\n\nLIST = [1, 2]  # two\n\n\ndef f():\n    "What it does."\n    return LIST\n'


def test_the_version_is_raised_where_statements_may_be_others() -> None:
    assert not changed(), (
        "files changed that statements depend on: where benchmarks.frozen and the goldens say that all statements are "
        "the same, run python -m tests.indexer.extraction.digests --same, else with --raise"
    )


@pytest.mark.parametrize(
    "same",
    [
        CODE.replace("# two", "# one and two"),
        CODE.replace("What it", "That which it"),
        CODE.replace("[1, 2]", "[\n    1,\n    2,\n]"),
    ],
)
def test_remarks_and_layout_do_not_count(same: str) -> None:
    assert essence_of_code(same) == essence_of_code(CODE)


@pytest.mark.parametrize(
    "other", [CODE.replace("2]", "3]"), CODE.replace("return LIST", "return [*LIST]"), CODE.replace("LIST", "NAMES")]
)
def test_code_does(other: str) -> None:
    assert essence_of_code(other) != essence_of_code(CODE)


def test_data_without_remarks() -> None:
    assert essence_of_data("# told\n\n[words]\na  b\n") == essence_of_data("[words]\na  b")
    assert essence_of_data("[words]\na b") != essence_of_data("[words]\na c")
    assert essence_of_code('"""Nothing but this."""\n') == ""


def test_data_code_and_what_tells_the_language_are_among_them() -> None:
    files = found()
    assert {
        "indexer/extraction/lang/en/cues.csv",
        "indexer/extraction/lang/en/dating.words",
        "indexer/extraction/extractor.py",
        "indexer/readers/articles/language.py",
    } <= files.keys()
    assert "indexer/extraction/version.py" not in files
