"""Ids of bodies: organisations of several states by one table, ministries and forces by state and office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from schemas.country_lookup import DOTTED
from schemas.identity.country_words import parted
from schemas.identity.letters import plain
from schemas.identity.parts import joined, only_country
from schemas.identity.tables import rows
from schemas.identity.words import words_of_kind

OF_NO_MEANING = frozenset({"the", "of", "and", "for", "s"})


def body_id(name: str, countries: Iterable[str] = ()) -> str | None:
    """Of a body's name as an article writes it, or one of its abbreviations; `countries` are those it belongs to, as
    ISO 3166-1 alpha-2 codes.

    None for what any country has, where neither the name nor `countries` tells which ("the Foreign Ministry").
    """
    words = _words(name)
    if not words:
        return None
    known = organisations().get(" ".join(words))
    if known is not None:
        return joined("body", known)
    code = only_country(countries)
    code, rest = parted(words, code)
    own = _trimmed(rest)
    house = houses().get(" ".join(words)) or houses().get(" ".join(own))
    if house is not None and code in {None, house[0]}:
        return joined("body", *house)
    if not own:
        return None
    office = offices().get(" ".join(own)) or "-".join(own)
    if code is not None:
        return joined("body", code, office)
    return None if _is_somebodys(own) else joined("body", office)


def is_body(name: str) -> bool:
    """Whether a name is a body's, as far as the tables or the words of it tell."""
    words = _words(name)
    whole = " ".join(words)
    return (
        whole in organisations()
        or whole in houses()
        or " ".join(_trimmed(parted(words)[1])) in offices()
        or not words_of_kind()["body"].isdisjoint((*words[:1], *words[-1:]))
    )


def _words(name: str) -> list[str]:
    """ "The Ministry of the Interior" is ministry, of, interior; "U.N." is un."""
    return [word for word in plain(DOTTED.sub(r"\1", name)).split() if word != "the"]


def _trimmed(words: Sequence[str]) -> Sequence[str]:
    """Without the "of" that a country's name leaves behind."""
    first = next((i for i, word in enumerate(words) if word not in OF_NO_MEANING), len(words))
    last = next((i for i in range(len(words), 0, -1) if words[i - 1] not in OF_NO_MEANING), 0)
    return words[first:last]


def _is_somebodys(words: Sequence[str]) -> bool:
    """Whether the words are for what any country or body has: without one nothing tells whose."""
    kinds = words_of_kind()
    return " ".join(words) in offices() or (kinds["body"] | kinds["rank"] | kinds["joint"]).issuperset(words)


@cache
def organisations() -> Mapping[str, str]:
    """The words of the id by every name of a body of bodies.csv."""
    return {form: "-".join(_words(row["name"])) for row in rows("bodies") for form in _forms(row)}


def _forms(row: Mapping[str, str]) -> Iterator[str]:
    return filter(None, (" ".join(_words(name)) for name in (row["name"], *row["short"].split(";"))))


@cache
def offices() -> Mapping[str, str]:
    """The words of the id by every name of what each state has, without the state."""
    return {name: row["body"] for row in rows("offices") for name in row["names"].split(";")}


@cache
def houses() -> Mapping[str, tuple[str, str]]:
    """Country and words of the id by names that tell both."""
    found = {}
    for row in rows("offices"):
        for house in filter(None, row["houses"].split(";")):
            country, _, name = house.partition("=")
            found[name] = country, row["body"]
    return found
