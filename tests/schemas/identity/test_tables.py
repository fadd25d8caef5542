from collections import Counter

import pytest

from schemas.identity.tables import rows


def test_remarks_are_no_rows() -> None:
    assert rows("bodies")[0]["name"] == "United Nations"


@pytest.mark.parametrize(
    ("name", "column"),
    [("bodies", "name"), ("offices", "body"), ("demonyms", "country"), ("letters", "letters"), ("words", "kind")],
)
def test_no_row_stands_twice(name: str, column: str) -> None:
    assert not [key for key, times in Counter(row[column] for row in rows(name)).items() if times > 1]
