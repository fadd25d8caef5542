"""What the words of a name tell of whom it names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from schemas.identity.country_words import country_words
from schemas.identity.letters import plain
from schemas.identity.tables import rows

SURNAMES_TOO = frozenset({"court", "front", "bank"})  # among the words of bodies


@cache
def words_of_kind() -> Mapping[str, frozenset[str]]:
    """The words of words.csv by their kind."""
    return {row["kind"]: frozenset(row["words"].split()) for row in rows("words")}


@cache
def titles() -> frozenset[str]:
    """Words before a person's name that are left out of it."""
    kinds = words_of_kind()
    return kinds["honorific"] | kinds["office"] | kinds["rank"]


@cache
def _words_of_offices() -> frozenset[str]:
    return titles() | words_of_kind()["joint"] | country_words().keys()


def has_word_of_no_name(name: str) -> bool:
    """Whether no person is called so, whatever stands beside it: "Human Rights", "Virginia Democrats"."""
    return not words_of_no_name().isdisjoint(plain(name).split())


@cache
def words_of_no_name() -> frozenset[str]:
    """But for titles, which stand before names."""
    kinds = words_of_kind()
    return (kinds["thing"] | kinds["body"]) - titles() - SURNAMES_TOO


def is_unnamed(name: str) -> bool:
    """Whether the name is an office or a description: "the Azerbaijani president", "officials", "a fisherman"."""
    words = [word for word in name.split() if word.lower() not in {"a", "an", "the"}]
    kinds = words_of_kind()
    if any(word[0].islower() and word not in kinds["particle"] and not _is_prefixed(word) for word in words):
        return True
    return _words_of_offices().issuperset(
        word for each in words for word in plain(each.removesuffix("'s").removesuffix("’s")).split()
    )


def _is_prefixed(word: str) -> bool:
    """ "al-Masri"."""
    particle, hyphen, rest = word.partition("-")
    return bool(hyphen) and particle in words_of_kind()["particle"] and rest[:1].isupper()
