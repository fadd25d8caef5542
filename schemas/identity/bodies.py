"""Ids of bodies: organisations of several states by one table, ministries and forces by state and office."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from schemas.identity.body_names import houses, offices, organisations, words_of_body
from schemas.identity.country_words import parted
from schemas.identity.letters import plain
from schemas.identity.parts import joined, only_country
from schemas.identity.words import words_of_kind

OF_NO_MEANING = frozenset({"of", "and", "for", "s", "de", "del", "du", "do", "da"})


def body_id(name: str, countries: Iterable[str] = ()) -> str | None:
    """Of a body's name as an article writes it, or one of its abbreviations; `countries` are those it belongs to, as
    ISO 3166-1 alpha-2 codes.

    None for what any country has, where neither the name nor `countries` tells which ("the Foreign Ministry"), and for
    a description ("a Polish company").
    """
    words = words_of_body(name)
    whole, code = " ".join(words), only_country(countries)
    if whole in organisations() and not (code and whole in offices()):
        return joined("body", organisations()[whole])
    code, own = parted(words, code)
    office = " ".join(_trimmed(own))
    if code and office not in offices():
        office = _owned_office(name) or office
    house = houses().get(whole) or houses().get(office)
    if house is not None and code in {None, house[0]}:
        return joined("body", *house)
    if office in offices():
        return joined("body", code, offices()[office]) if code else None
    if _is_described(own, name):
        return None
    return joined("body", *([code] if code else []), office.replace(" ", "-"))


def id_of_house(name: str) -> str | None:
    """Of the office that a house stands for: "the Kremlin"; None for other names."""
    house = houses().get(" ".join(words_of_body(name)))
    return joined("body", *house) if house else None


def is_body(name: str) -> bool:
    """Whether a name is a body's, as far as the tables or the words of it tell."""
    words = words_of_body(name)
    whole = " ".join(words)
    return (
        whole in organisations()
        or whole in houses()
        or " ".join(_trimmed(parted(words)[1])) in offices()
        or not words_of_kind()["body"].isdisjoint((*words[:1], *words[-1:]))
    )


def _owned_office(name: str) -> str | None:
    """ "Foreign ministry" of "Seoul's foreign ministry"; None where it is no office."""
    _, _, owned = name.replace("’", "'").partition("'s ")
    office = " ".join(words_of_body(owned))
    return office if office in offices() else None


def _trimmed(words: Sequence[str]) -> Sequence[str]:
    """Without the "of" that a country's name leaves behind."""
    first = next((i for i, word in enumerate(words) if word not in OF_NO_MEANING), len(words))
    last = next((i for i in range(len(words), 0, -1) if words[i - 1] not in OF_NO_MEANING), 0)
    return words[first:last]


def _is_described(own: Sequence[str], name: str) -> bool:
    """Whether no word but the country's is a name: "council", "fishing company"."""
    kinds = words_of_kind()
    small = {part for word in name.split() if word[0].islower() for part in plain(word).split()}
    return (kinds["body"] | kinds["rank"] | kinds["joint"] | small).issuperset(own)
