"""What a name asks for in a field of names, and in one of bodies."""

from __future__ import annotations

from schemas.fields import Field, Value
from schemas.identity import body_id
from schemas.identity.body_lookup import known_body
from schemas.value_faults import IDENTITY
from search.language.tree import Named
from search.text.compounds import name_forms

NAMED = (Value.NAME, Value.BODY)  # kinds of fields that are asked for by names


def named(field: Field, text: str) -> Named | None:
    """None where the text is no name.

    A body is asked for by its id; by any name or abbreviation of a body that is known by name alone, which gives the
    id; and by any other name, which gives the id too and otherwise finds by its words.
    """
    if field.value is Value.BODY:
        if ":" in text and IDENTITY.fullmatch(text):
            return Named(field.name, (), (text,))
        if known := known_body(text):
            return Named(field.name, (), (known,))
        own = body_id(text)
        ids = (own,) if own else ()
    else:
        ids = ()
    forms = name_forms(text)
    return Named(field.name, forms, ids) if forms else None


def any_of(field: Field, asked: list[Named]) -> Named:
    """What any one of them finds."""
    forms = (form for each in asked for form in each.names)
    return Named(field.name, tuple(forms), tuple(dict.fromkeys(id_ for each in asked for id_ in each.ids)))
