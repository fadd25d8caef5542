"""The people of the operator's table, which DEMARCHE_PEOPLE names."""

from __future__ import annotations

from functools import cache

from schemas.identity.people import People
from schemas.identity.people_file import read_people
from schemas.settings import Settings


@cache
def known_people() -> People:
    """Nobody, where there is no table. Read once a process."""
    path = Settings.from_environment().people
    return read_people(path) if path is not None else People()
