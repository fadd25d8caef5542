"""Countries as people write them: by code or by name, in any case, with or without accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache

import pycountry

from schemas.countries import country_name, country_names
from schemas.nearest import nearest

# In use and without doubt, and neither CLDR's name nor one of ISO 3166-1.
OTHER_NAMES = {
    "Burma": "MM",
    "Cape Verde": "CV",
    "Czech Republic": "CZ",
    "East Timor": "TL",
    "Ivory Coast": "CI",
    "Swaziland": "SZ",
    "Turkey": "TR",
    "Vatican": "VA",
}
RESERVED = {"UK": "GB", "EL": "GR"}  # not in ISO 3166-1: what the United Kingdom and the EU call them by


def country_code(text: str) -> str | None:
    """The alpha-2 code of what is an ISO 3166-1 code (alpha-2 or alpha-3) or an English name; None for all else."""
    return country_keys().get(folded(text))


def country_hint(text: str) -> str:
    """What to write instead of a text that is no country."""
    code = RESERVED.get(text.upper())
    if code is None and len(text) > 3:
        name = nearest(text, country_names().values())
        code = country_code(name) if name else None
    return f"did you mean {code} ({country_name(code)})?" if code else "write a code such as AM, or a name in English"


@cache
def country_keys() -> Mapping[str, str]:
    keys = {folded(name): code for name, code in OTHER_NAMES.items()}
    for country in pycountry.countries:
        written = (country.name, getattr(country, "official_name", ""), getattr(country, "common_name", ""))
        keys |= {folded(name): country.alpha_2 for name in (*written, country.alpha_3) if name}
    keys |= {folded(name): code for code, name in country_names().items()}
    return keys | {folded(code): code for code in country_names()}


def folded(text: str) -> str:
    """Letters and digits only, without case, accents and "the"."""
    plain = "".join(c if c.isalnum() else " " for c in unicodedata.normalize("NFKD", text) if not is_mark(c))
    return " ".join(plain.casefold().split()).removeprefix("the ")


def is_mark(character: str) -> bool:
    return unicodedata.combining(character) > 0 or character in "'’‘"
