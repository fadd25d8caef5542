"""Ids of names of which nobody told what they name: in statements that came with an article."""

from __future__ import annotations

from collections.abc import Iterable

from schemas.identity.bodies import body_id, is_body
from schemas.identity.persons import person_id
from schemas.identity.states import id_of_state
from schemas.identity.words import is_unnamed


def id_of(name: str, countries: Iterable[str] = ()) -> str | None:
    """A state's or a territory's if it is the name of one, else a body's if it is in a table or says so itself, else a
    person's; None for an office ("the Azerbaijani president"), several ("officials"), and a surname alone.
    """
    codes = tuple(countries)
    state = id_of_state(name)
    if state is not None:
        return state
    if is_body(name):
        return body_id(name, codes)
    return None if is_unnamed(name) else person_id(name, codes)
