"""Every name by which a country or territory is known: pycountry, CLDR and GeoNames, and places.csv on top.

A name is kept as the tuple of its words, without marks ("Côte d'Ivoire" is `("Cote", "d", "Ivoire")`): one dictionary
look-up per word of a text finds them all, however many names there are.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pycountry
from babel import Locale

from indexer.extraction.document.words import RUN
from indexer.extraction.lang.en.place_patterns import WITHOUT_PLURAL
from indexer.extraction.lang.tables import table
from indexer.extraction.model.annotation import ToponymKind

# "U.S." is one word, "Guinea-Bissau" and "Baku's" are two.
TOPONYM_WORD = re.compile(rf"[A-Z](?:\.[A-Z])+\b\.?|{RUN}")


@dataclass(frozen=True, slots=True)
class Toponym:
    """`codes` are ISO 3166-1 alpha-2, `territories` are names as in places.csv; one name may have both, or neither.

    `doubtful` names mean their country only in an article that names it in another way.
    """

    words: tuple[str, ...]
    kind: ToponymKind
    codes: tuple[str, ...]
    territories: tuple[str, ...]
    doubtful: bool


COLUMNS = {
    "names": ToponymKind.NAME,
    "people": ToponymKind.DEMONYM,
    "capitals": ToponymKind.CAPITAL,
    "seats": ToponymKind.SEAT,
}


def fold(text: str) -> str:
    """Without marks: "Türkiye" as "Turkiye". Case stays, for "us" is not "US"."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def plain(word: str) -> str:
    """Without marks and stops: "U.S." as "US"."""
    return word if word.isalpha() and word.isascii() else fold(word).replace(".", "")


def toponym_words(text: str) -> list[re.Match[str]]:
    """In the order of the text; names of places are looked up by these."""
    return list(TOPONYM_WORD.finditer(text))


def plain_words(name: str) -> tuple[str, ...]:
    return tuple(plain(word[0]) for word in toponym_words(name))


@cache
def names_by_first_word() -> dict[str, tuple[Toponym, ...]]:
    """For each first word the names that begin with it, the longest first."""
    places: dict[tuple[str, ...], dict[str, ToponymKind]] = defaultdict(dict)
    doubtful = set()
    for place, kind, text in _all_names():
        words = plain_words(text)
        if not words:
            continue
        if text.endswith("?"):
            doubtful.add(words)
        places[words][place] = min(places[words].get(place, kind), kind)
    by_first: dict[str, list[Toponym]] = defaultdict(list)
    for words, kinds in places.items():
        kind = min(kinds.values())  # Singapore is a capital too, but a state first
        codes = tuple(sorted(place for place in kinds if place[0] not in "~-"))
        territories = tuple(sorted(place[1:] for place in kinds if place[0] == "~"))
        by_first[words[0]].append(Toponym(words, kind, codes, territories, words in doubtful))
    return {first: tuple(sorted(found, key=lambda name: -len(name.words))) for first, found in by_first.items()}


def _all_names() -> Iterator[tuple[str, ToponymKind, str]]:
    rows = [(row["place"], column, _listed(row[column])) for row in table("places") for column in COLUMNS]
    removed = {(place, name[1:]) for place, _, names in rows for name in names if name.startswith("-")}
    yield from (found for found in _names_known_without() if (found[0], found[2]) not in removed)
    for place, column, names in rows:
        if place.startswith("~"):
            yield place, ToponymKind.NAME, place[1:]
        for name in names:
            if not name.startswith("-"):
                yield place, COLUMNS[column], name
            if column == "people" and not name.endswith(WITHOUT_PLURAL):
                yield place, ToponymKind.DEMONYM, f"{name}s"


def _names_known_without() -> Iterator[tuple[str, ToponymKind, str]]:
    english = Locale("en").territories
    for country in pycountry.countries:
        code = country.alpha_2
        full = [country.name, english.get(code, ""), getattr(country, "official_name", "")]
        for name in (*full, getattr(country, "common_name", "")):
            plain = re.sub(r"\s*\(.*\)", "", name).replace(" SAR China", "").replace(" & ", " and ")
            if plain and "," not in plain and plain != "Congo":  # "Congo" alone is for the rest of the article to tell
                yield code, ToponymKind.NAME, plain
                yield code, ToponymKind.NAME, plain.removeprefix("The ").removeprefix("the ")
    yield "XK", ToponymKind.NAME, english["XK"]
    for row in table("capitals"):
        yield row["country"], ToponymKind.CAPITAL, row["capital"]


def _listed(cell: str) -> list[str]:
    return [name.strip() for name in cell.split(";") if name.strip()]
