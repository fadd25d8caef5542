"""Countries as people write them: by code or by any English name in use, in any case, with or without accents."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

import pycountry

from schemas.geography.countries import country_name, country_names
from schemas.spelling import nearest

ALIKE = 85.0  # of 100: "Armenya" is like Armenia; "Kurdistan" is like no country. The first letter is mostly right
DOTTED = re.compile(r"\b(\w)\.\s?(?=\w\b)")


def country_code(text: str) -> str | None:
    """The alpha-2 code of what is a code (alpha-2 or alpha-3) or an English name of one country; None for all else."""
    codes = codes_by_name().get(folded(text), ())
    return codes[0] if len(codes) == 1 else None


def codes_meant(text: str) -> Sequence[str]:
    """Those of the countries that a text may mean which is no name of one: several have it, or it is like a name."""
    codes = codes_by_name().get(folded(text), ())
    if codes or len(text) <= 3 or folded(text) in organisations():
        return codes
    begin = folded(text)[:1]
    name = nearest(folded(text), (name for name in codes_by_name() if name.startswith(begin)), ALIKE)
    return codes_by_name()[name] if name else ()


def country_hint(text: str) -> str:
    """What to write instead of a text that is no country, or may be several."""
    if organisation := organisations().get(folded(text)):
        return f'it is no country: write organisation={organisation}, or organisation:"{organisation}" in q'
    named = " or ".join(f"{code} ({country_name(code)})" for code in codes_meant(text))
    return f"did you mean {named}?" if named else "write a code such as AM, or a name in English"


@cache
def codes_by_name() -> Mapping[str, tuple[str, ...]]:
    """By folded names and codes. What ISO 3166-1 and CLDR lack, or give to one of several, is in country_names.csv."""
    names: dict[str, tuple[str, ...]] = {}
    for country in pycountry.countries:
        names |= {folded(name): (country.alpha_2,) for name in names_of(country)}
    names |= {folded(name): (code,) for code, name in country_names().items()}
    names |= {folded(row["name"]): tuple(row["codes"].split()) for row in rows() if row["codes"]}
    return names | {folded(code): (code,) for code in country_names()}


def names_of(country: pycountry.db.Country) -> Iterator[str]:
    """ "Korea, Republic of" is the Republic of Korea too."""
    for name in (country.name, getattr(country, "official_name", ""), getattr(country, "common_name", "")):
        first, _, last = name.partition(", ")
        yield from filter(None, (name, last and f"{last} {first}"))
    yield country.alpha_3


@cache
def organisations() -> Mapping[str, str]:
    """Bodies that people take for countries, by folded names."""
    return {folded(row["name"]): row["organisation"] for row in rows() if row["organisation"]}


def rows() -> Iterator[dict[str, str]]:
    yield from csv.DictReader(
        files("schemas.geography").joinpath("country_names.csv").read_text(encoding="utf-8").splitlines()
    )


def folded(text: str) -> str:
    """Words of letters and digits, without case, accents, "the" and "and"; dots within "U.S." don't count."""
    undotted = DOTTED.sub(r"\1", unicodedata.normalize("NFKD", text))
    plain = "".join(c if c.isalnum() else " " for c in undotted if not is_mark(c))
    words = ["st" if word == "saint" else word for word in plain.casefold().split()]
    return " ".join(word for word in words if word != "and" or len(words) == 1).removeprefix("the ")


def is_mark(character: str) -> bool:
    return unicodedata.combining(character) > 0 or character in "'’‘"
