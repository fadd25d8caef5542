"""Ids of states and of territories without general recognition, and which of them a name means."""

from __future__ import annotations

from schemas.geography.country_lookup import country_code, folded
from schemas.geography.territory_lookup import names as territory_names
from schemas.identity.letters import plain
from schemas.identity.parts import joined

SHORTEST_NAME = 4  # letters: what has fewer is a code, and only in capitals; "Ben" is a man, "BEN" is Benin


def state_id(code: str) -> str:
    """Of an ISO 3166-1 alpha-2 code, in whatever case."""
    return f"state:{code.upper()}"


def territory_id(name: str) -> str:
    """Of a name as in territory_names.csv, or of any other."""
    return joined("territory", "-".join(plain(name).split()))


def id_of_state(name: str) -> str | None:
    """Of a state's or a known territory's name in English, in any way of writing it; None for all else."""
    if len(name) < SHORTEST_NAME and not name.isupper():
        return None
    territory = territory_names().get(folded(name))
    if territory is not None:
        return territory_id(territory)
    code = country_code(name)
    return state_id(code) if code is not None else None
