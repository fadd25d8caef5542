"""Mistakes that can be made in several places, each told in one way: as a parameter, and as a field within `q`."""

from __future__ import annotations

from collections.abc import Collection

from schemas.dates import PartialDate
from schemas.naming import country_hint
from schemas.nearest import nearest
from schemas.problem import Fault


def no_country(text: str) -> Fault:
    return Fault("unknown-country", f"{text!r} is no country that ISO 3166-1 knows", hint=country_hint(text))


def no_choice(text: str, names: Collection[str]) -> Fault:
    """Of these names; with a hint where one of them was probably meant."""
    meant = nearest(text.strip().lower(), names)
    hint = f"did you mean {meant}?" if meant else None
    return Fault("unknown-value", f"{text!r} is none of {', '.join(names)}", hint=hint)


def empty_interval(first: PartialDate | None, last: PartialDate | None) -> Fault | None:
    """None where there is nothing wrong with it: an end may be open."""
    if first is None or last is None or first.first_day <= last.last_day:
        return None
    return Fault("empty-interval", f"{first} is after {last}", hint="write the earlier date first")
