"""What people read for a facet's value."""

from __future__ import annotations

import pytest

from search.queries.labels import label


@pytest.mark.parametrize(
    ("facet", "value", "expected"),
    [
        ("country", "AZ", "Azerbaijan"),
        ("about", "XK", "Kosovo"),
        ("speaker_country", "??", "??"),
        ("speaker_id", "AZ", "AZ"),
        ("kind", "direct", "direct"),
    ],
)
def test_label(facet: str, value: str, expected: str) -> None:
    assert label(facet, value) == expected
