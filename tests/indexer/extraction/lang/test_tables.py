import pytest

from indexer.extraction.lang.tables import table


def test_rows_have_the_columns_of_the_header() -> None:
    first = table("role_nouns")[0]
    assert list(first) == ["word", "kind", "takes", "features", "as"]
    assert first["word"] == "spokesman"


def test_remarks_are_no_rows() -> None:
    assert not [row for row in table("places") if row["place"].startswith("#")]


def test_an_unknown_table_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        table("nouns")
