"""The guide to the API has the fields that there are."""

from __future__ import annotations

from docs.parameters import GUIDE, written
from schemas.fields import FIELDS, FILTERS

TEXT = GUIDE.read_text("utf-8")


def test_the_table_is_made_from_the_fields() -> None:
    assert written(TEXT) == TEXT
    assert written(TEXT.replace("| `act` |", "| `deed` |")) == TEXT
    assert all(f"\n| `{name}` | " in TEXT for name in FILTERS)


def test_every_field_within_the_words_is_named() -> None:
    assert [field.name for field in FIELDS if f"`{field.name}:`" not in TEXT] == []
