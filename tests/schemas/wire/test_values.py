from typing import Any

import pytest
from marshmallow import Schema, ValidationError

from schemas.dates.partial_dates import PartialDate
from schemas.statement import Span
from schemas.wire.values import CountryField, PartialDateField, SpanField, identity

FIELDS = Schema.from_dict({"day": PartialDateField(), "span": SpanField(), "country": CountryField()})()


@pytest.mark.parametrize("id_", ["person:anna-petrosjan", "state:AM", "q42", "a" * 120])
def test_an_id_is_taken_as_it_is(id_: str) -> None:
    identity(id_)


@pytest.mark.parametrize("id_", ["", "person:örn", "person anna", "-anna", ":anna", "anna_p", "anna\n", "a" * 121])
def test_what_is_no_id_is_told(id_: str) -> None:
    with pytest.raises(ValidationError, match="is no id: one has up to 120 plain letters"):
        identity(id_)


def test_values_go_there_and_back() -> None:
    wire = {"day": "2023-07", "span": [3, 9], "country": "XK"}
    loaded = FIELDS.load(wire)
    assert loaded == {"day": PartialDate(2023, 7), "span": Span(3, 9), "country": "XK"}
    assert FIELDS.dump(loaded) == wire


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("day", "15/07/2023"),
        ("day", 2023),
        ("span", [9, 3]),
        ("span", [-1, 3]),
        ("span", [3, 3]),
        ("span", [True, 3]),
        ("span", ["3", "9"]),
        ("span", [3]),
        ("country", "Azerbaijan"),
        ("country", "az"),
    ],
)
def test_anything_else_is_refused_by_name(field: str, value: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        FIELDS.load({field: value})
    assert list(caught.value.messages_dict) == [field]
