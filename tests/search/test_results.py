"""What is equal above both engines; what they find is tested in tests/contract."""

from __future__ import annotations

import pytest

from search.results import page_of


@pytest.mark.parametrize(
    ("found", "page", "more"), [([], [], False), ([1, 2], [1, 2], False), ([1, 2, 3], [1, 2], True)]
)
def test_a_page_and_whether_more_follow(found: list[int], page: list[int], more: bool) -> None:
    assert page_of(found, 2) == (page, more)


def test_no_more_is_taken_than_tells_that() -> None:
    results = iter(range(10))
    page_of(results, 2)
    assert next(results) == 3
