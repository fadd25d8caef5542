"""Mistakes told alike wherever they are made."""

from __future__ import annotations

import pytest

from schemas.dates.partial_dates import PartialDate
from schemas.problem import Fault
from schemas.value_faults import empty_interval, no_choice, no_country, no_territory


def test_a_country_that_is_none_has_a_hint() -> None:
    detail = "'Armenya' is not the name or ISO 3166-1 code of one country"
    assert no_country("Armenya") == Fault("unknown-country", detail, hint="did you mean AM (Armenia)?")


def test_a_territory_where_a_country_is_asked_for_and_the_other_way_round() -> None:
    told = no_country("Artsakh")
    hint = 'it is no country: write territory=Nagorno-Karabakh, or territory:"Nagorno-Karabakh" in q'
    assert (told.code, told.hint) == ("unknown-country", hint)
    detail = "'armenia' is not the name of a territory"
    hint = "it is a country: write country=AM for Armenia, or country:AM in q"
    assert no_territory("armenia") == Fault("unknown-territory", detail, hint=hint)


@pytest.mark.parametrize(("text", "hint"), [(" Direkt", "did you mean direct?"), ("zebra", None)])
def test_a_choice_has_one_where_something_was_meant(text: str, hint: str | None) -> None:
    told = no_choice(text, ["direct", "mixed"])
    assert told == Fault("unknown-value", f"{text!r} is none of direct, mixed", hint=hint)


def test_an_interval_that_ends_before_it_begins() -> None:
    told = empty_interval(PartialDate(2024, 5, 2), PartialDate(2024, 5, 1))
    assert told == Fault("empty-interval", "2024-05-02 is after 2024-05-01", hint="write the earlier date first")


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (None, None),
        (PartialDate(2024), None),
        (None, PartialDate(2024)),
        (PartialDate(2024), PartialDate(2024)),
        (PartialDate(2024, 5, 20), PartialDate(2024, 5)),
    ],
)
def test_intervals_that_hold_a_day(first: PartialDate | None, last: PartialDate | None) -> None:
    assert empty_interval(first, last) is None
