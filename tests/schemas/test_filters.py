"""What a query holds of filters."""

from __future__ import annotations

import pytest

from schemas.filters import NO_FILTERS, Filters
from schemas.statement import Kind


def test_values_are_read_by_the_field_s_name() -> None:
    filters = Filters(country=("AM", "AZ"), kind=(Kind.DIRECT,))
    assert (filters["country"], filters["kind"], filters["speaker"]) == (("AM", "AZ"), ("direct",), ())
    assert dict(filters.items()) == {"country": ("AM", "AZ"), "kind": ("direct",)}
    with pytest.raises(KeyError):
        filters["said"]


def test_the_order_in_which_they_are_given_makes_no_difference() -> None:
    one, other = Filters(source=("a",), country=("AM",)), Filters(country=("AM",), source=("a",), speaker=())
    assert (one, hash(one), repr(one)) == (other, hash(other), "Filters(country=('AM',), source=('a',))")
    assert one != Filters(country=("AM",))


def test_values_take_the_place_of_others() -> None:
    filters = Filters(country=("AM",), source=("a",))
    assert filters.replace(country=("RU",)) == Filters(country=("RU",), source=("a",))
    assert filters.replace(country=(), source=()) == NO_FILTERS
    assert not NO_FILTERS
    assert filters


def test_there_is_no_filter_that_the_table_lacks() -> None:
    with pytest.raises(TypeError, match="there is no filter said, x"):
        Filters(x=("y",), country=("AM",), said=("2024",))
