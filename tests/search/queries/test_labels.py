"""What people read for a facet's value."""

from __future__ import annotations

import pytest

from schemas.query import Facet
from search.queries.labels import label


@pytest.mark.parametrize(
    ("facet", "value", "expected"),
    [
        (Facet.COUNTRY, "AZ", "Azerbaijan"),
        (Facet.ABOUT, "XK", "Kosovo"),
        (Facet.SPEAKER_COUNTRY, "??", "??"),
        (Facet.SPEAKER, "AZ", "AZ"),
        (Facet.KIND, "direct", "direct"),
    ],
)
def test_label(facet: Facet, value: str, expected: str) -> None:
    assert label(facet, value) == expected
