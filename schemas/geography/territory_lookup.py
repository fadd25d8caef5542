"""Territories as people write them: those without general recognition by every name in use, like countries; others as
they are.

The list of known ones is territory_names.csv. A sender of statements may name others, which are asked for by that name.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from schemas.geography.countries import country_name
from schemas.geography.country_lookup import ALIKE, country_code, folded
from schemas.spelling import nearest


@lru_cache(maxsize=1 << 12)  # an index holds few, again and again
def territory_name(text: str) -> str | None:
    """The name by which a territory is filtered and counted: for one that is known in any way of writing it the name in
    the list, for others the text itself. None for what is a country, is like a known one, or has no letter or digit.
    """
    if known := names().get(folded(text)):
        return known
    return None if country_code(text) or meant(text) or not folded(text) else " ".join(text.split())


def territory_hint(text: str) -> str:
    """What to write instead of a text that is no territory."""
    if code := country_code(text):
        return f"it is a country: write country={code} for {country_name(code)}, or country:{code} in q"
    name = meant(text)
    return f"did you mean {name}?" if name else "write a name such as Nagorno-Karabakh"


def territory_instead(text: str) -> str | None:
    """What to write for a territory where a country is asked for; None for what is no known one."""
    name = names().get(folded(text))
    return name and f'it is no country: write territory={name}, or territory:"{name}" in q'


def meant(text: str) -> str | None:
    """The known territory whose name is most like the text, and begins with the same letter."""
    begin = folded(text)[:1]
    name = nearest(folded(text), (name for name in names() if name.startswith(begin)), ALIKE) if len(text) > 3 else None
    return names()[name] if name else None


@cache
def names() -> Mapping[str, str]:
    """The names in the list by every folded name."""
    text = files("schemas.geography").joinpath("territory_names.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    others = {folded(name): row["territory"] for row in rows for name in row["names"].split(";") if name}
    return others | {folded(row["territory"]): row["territory"] for row in rows}
