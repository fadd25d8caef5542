"""The sort in force where none is asked for."""

from __future__ import annotations

import pytest

from schemas.query import Sort, StatementQuery


@pytest.mark.parametrize(
    ("q", "sort", "expected"),
    [
        ("word", None, Sort.RELEVANCE),
        ("", None, Sort.NEWEST),
        (" ", None, Sort.NEWEST),
        ("word", Sort.OLDEST, Sort.OLDEST),
        ("", Sort.RELEVANCE, Sort.RELEVANCE),
    ],
)
def test_order(q: str, sort: Sort | None, expected: Sort) -> None:
    assert StatementQuery(q=q, sort=sort).order is expected
