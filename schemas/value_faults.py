"""Mistakes that can be made in several places, each told in one way: as a parameter, and as a field within `q`."""

from __future__ import annotations

import re
from collections.abc import Collection

from schemas.dates.partial_dates import PartialDate
from schemas.geography.country_lookup import country_hint
from schemas.geography.territory_lookup import territory_hint, territory_instead
from schemas.problem import Fault
from schemas.query import MAX_VALUES
from schemas.spelling import nearest

IDENTITY = re.compile(r"[A-Za-z0-9][A-Za-z0-9:-]{0,119}")  # of a person, a body or a state

# What is taken for an operator in a value. A name may hold any of these signs elsewhere: "AT&T", "+972 Magazine".
VALUE_OPERATORS = (
    (re.compile(r"^\s*(?:[-‐‑‒–—−!¬]+\s*(?=\w|\")|NOT\s+)"), 'to leave it out, write -{name}:"{value}" in q'),
    (
        re.compile(r"\|\||(?<=[^A-Z\s])\s+OR\s+|(?<=\b[A-Z]{2})\s+OR\s+(?=[A-Z]{2}$)"),
        "write the values with commas between",
    ),
    (re.compile(r"\*(?=\s|$)|^\*|(?<=\w)\?(?=\w)|~\d*$"), "write the whole word"),
    (re.compile(r"^\s*[+~=<>^]+\s*(?=[^\W\d])"), "write the value without the sign"),
)


def no_country(text: str) -> Fault:
    detail = f"{text!r} is not the name or ISO 3166-1 code of one country"
    return Fault("unknown-country", detail, hint=territory_instead(text) or country_hint(text))


def no_territory(text: str) -> Fault:
    return Fault("unknown-territory", f"{text!r} is not the name of a territory", hint=territory_hint(text))


def no_identity(text: str, name: str) -> Fault | None:
    """Of a filter of ids of that name; None where it may be one."""
    if IDENTITY.fullmatch(text):
        return None
    hint = "speaker takes words of a name" if name == "speaker_id" else "facets tell the ids that there are"
    return Fault("unknown-value", f"{text!r} is no id of a person, body or state", hint=hint)


def foreign_operator(text: str, hint: str) -> Fault:
    told = f"{hint}. To search for such a text itself, put quotation marks around it"
    return Fault("unknown-operator", f"{text} is an operator of other search engines, not of this one", hint=told)


def no_plain_value(text: str, name: str) -> Fault | None:
    """Of a filter of that name; None where nothing in the value is meant as an operator."""
    found = next((each for each in VALUE_OPERATORS if each[0].search(text)), None)
    if found is None:
        return None
    operator, hint = found
    value = operator.sub("", text).strip()
    detail = f"{text!r} has an operator in it, and a filter takes plain values"
    return Fault("unknown-operator", detail, hint=hint.format(name=name, value=value))


def no_choice(text: str, names: Collection[str]) -> Fault:
    """Of these names; with a hint where one of them was probably meant."""
    meant = nearest(text.strip().lower(), names)
    hint = f"did you mean {meant}?" if meant else None
    return Fault("unknown-value", f"{text!r} is none of {', '.join(names)}", hint=hint)


def too_many_values(count: int) -> Fault | None:
    """None where a search may have so many."""
    if count <= MAX_VALUES:
        return None
    detail = f"the filters of a search hold {MAX_VALUES} values at most"
    return Fault("too-many-values", detail, hint="search in several parts, or leave the filter out")


def empty_interval(first: PartialDate | None, last: PartialDate | None) -> Fault | None:
    """None where there is nothing wrong with it: an end may be open."""
    if first is None or last is None or first.first_day <= last.last_day:
        return None
    return Fault("empty-interval", f"{first} is after {last}", hint="write the earlier date first")
