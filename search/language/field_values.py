"""field:value within a query: the filters of the API, so that they can stand in groups, with OR and with a minus.

Each means what the parameter of its name means. said: and published: take a date or two with .. between, either of
which may be left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from schemas.article import Source
from schemas.dates.partial_dates import PartialDate
from schemas.fields import BY_NAME, FIELDS, Field, Value
from schemas.geography.country_lookup import country_code
from schemas.geography.territory_lookup import territory_name
from schemas.spelling import nearest
from schemas.value_faults import (
    empty_interval,
    no_choice,
    no_country,
    no_identity,
    no_plain_value,
    no_territory,
    too_many_values,
)
from search.errors import QueryError
from search.language.faults import fault, located
from search.language.names import NAMED, any_of, named
from search.language.tree import Dated, Filter, Named, Term

# What people try: names of the API's parameters, and of other search engines' fields.
DATE_HINTS = {
    **dict.fromkeys(("from", "after", "since"), "published:2023-07.."),
    **dict.fromkeys(("to", "before", "until"), "published:..2023-07"),
    "date": "published:2023-07",
}
SYNONYMS = {synonym: field.name for field in FIELDS for synonym in field.synonyms}
NAMES = [field.name for field in FIELDS]


def filter_of(name: str, values: Iterable[tuple[str, int]]) -> Filter:
    """`values` are texts with their positions in `q`, any of which will do; QueryError names the first fault."""
    given = [(text.strip(), position + len(text) - len(text.lstrip())) for text, position in values if text.strip()]
    if wrong := too_many_values(len(given)):
        raise located(wrong, given[-1][1])
    for text, position in given:
        if wrong := no_plain_value(text, name):
            raise located(wrong, position)
    field = BY_NAME[name]
    if field.value is Value.DATE:
        if len(given) > 1:
            raise several_dates(name, given[1][1])
        return dated(name, *given[0])
    if field.value in NAMED:
        return any_of(field, [name_of(field, text, at) for text, at in given])
    return Term(name, tuple(value(field, text, at) for text, at in given))


def value(field: Field, text: str, position: int) -> str:
    """As the index holds it."""
    match field.value:
        case Value.COUNTRY:
            return country(text, position)
        case Value.TERRITORY:
            return territory(text, position)
        case Value.SOURCE:
            return source(text, position)
        case Value.CHOICE:
            return choice(field.choices, text, position)
        case Value.IDENTITY:
            return identity(field.name, text, position)
        case Value.NAME | Value.BODY | Value.DATE:
            raise AssertionError(f"{field.name} is asked for otherwise")


def country(text: str, position: int) -> str:
    code = country_code(text)
    if code is None:
        raise located(no_country(text), position)
    return code


def territory(text: str, position: int) -> str:
    name = territory_name(text)
    if name is None:
        raise located(no_territory(text), position)
    return name


def source(text: str, position: int) -> str:
    try:
        return Source.named(text).id
    except ValueError as error:
        raise fault("unknown-value", str(error), position, "write the outlet's name or its id") from None


def choice(choices: Iterable[StrEnum], text: str, position: int) -> str:
    names = [each.value for each in choices]
    if text.lower() not in names:
        raise located(no_choice(text, names), position, f"write one of {', '.join(names)}")
    return text.lower()


def identity(name: str, text: str, position: int) -> str:
    if wrong := no_identity(text, name):
        raise located(wrong, position)
    return text


def name_of(field: Field, text: str, position: int) -> Named:
    found = named(field, text)
    if found is None:
        raise fault("no-words", f"{text!r} is no name: it has no letter or digit", position, "write a part of a name")
    return found


def dated(name: str, text: str, position: int) -> Dated:
    """A date, or the two ends of an interval with .. between."""
    first, dots, last = text.partition("..")
    if not dots:
        last = first
    begin = day(first, position) if first else None
    end = day(last, position + len(first) + len(dots) if dots else position) if last else None
    if begin is None and end is None:
        raise fault("bad-date", f"{text!r} is no interval", position, f"write {name}:2023-07..2023-09")
    if wrong := empty_interval(begin, end):
        raise located(wrong, position)
    return Dated.between(name, begin, end)


def several_dates(name: str, position: int) -> QueryError:
    hint = f"write {name}:2023-07..2023-09 for all between, or {name}:2023-07 OR {name}:2023-09"
    return fault("bad-date", f"{name}: takes one date or interval", position, hint)


def day(text: str, position: int) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        hint = "write 2023-07-15, 2023-07 or 2023, or two of them with .. between"
        raise fault("bad-date", str(error), position, hint) from None


def unknown_field(name: str, position: int) -> QueryError:
    meant = DATE_HINTS.get(name) or SYNONYMS.get(name) or nearest(name, NAMES)
    fields = f"did you mean {meant}?" if meant else f"there are {', '.join(NAMES)}."
    hint = f"{fields} To search for these words, put quotation marks around them"
    return fault("unknown-field", f"there is no field {name}", position, hint)
