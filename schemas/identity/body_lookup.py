"""Bodies by any name or abbreviation: which of them are meant whoever says so."""

from __future__ import annotations

from schemas.geography.country_lookup import country_code
from schemas.identity import body_id

NOWHERE = "ZZ"  # no country's code


def known_body(text: str) -> str | None:
    """The id of a body that has it in every country, such as an organisation of several states; None of any other."""
    found = body_id(text)
    return found if found == body_id(text, (NOWHERE,)) else None


def is_body(text: str) -> bool:
    """Whether it names a known body and no country."""
    return country_code(text) is None and known_body(text) is not None
