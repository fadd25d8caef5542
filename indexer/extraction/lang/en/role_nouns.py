"""The nouns of role_nouns.csv, as sets of words in lower case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from indexer.extraction.lang.tables import table
from indexer.extraction.lang.word_lists import word_list

PREFIXES = word_list("office-prefixes")


class NounKind(StrEnum):
    """What the noun names; role_nouns.csv says more."""

    OFFICE = "office"
    ABBREVIATION = "abbreviation"
    BODY = "body"
    PRIVATE = "private"


class Feature(StrEnum):
    """What else is known of the noun; role_nouns.csv says more."""

    PLURAL = "plural"
    MALE = "male"
    FEMALE = "female"
    SPOKESPERSON = "spokesperson"
    CLERGY = "clergy"
    ENVOY = "envoy"
    STATE = "state"
    SEATED = "seated"
    NO_STATE = "no-state"
    COMPANY = "company"
    ANYWHERE = "anywhere"
    NO_ROLE = "no-role"
    ADJECTIVE = "adjective"
    VERB = "verb"


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """One row: `takes` are prepositions, `synonym` is the noun that stands for it and others, or the word itself."""

    word: str
    kind: NounKind
    takes: frozenset[str]
    features: frozenset[Feature]
    synonym: str


def role_nouns() -> list[RoleNoun]:
    """All rows in the order of the table; ValueError where one has a kind or a feature that there is not."""
    return [
        RoleNoun(
            row["word"],
            NounKind(row["kind"]),
            frozenset(row["takes"].split()),
            frozenset(map(Feature, row["features"].split())),
            row["as"] or row["word"],
        )
        for row in table("role_nouns")
    ]


def _prefixed(nouns: list[RoleNoun]) -> Iterator[RoleNoun]:
    """ "Ex-premier", "then-minister" for each office that has no row of its own with the prefix."""
    known = {noun.word for noun in nouns}
    for noun in nouns:
        for prefix in PREFIXES:
            word = f"{prefix}-{noun.word}"
            if noun.kind is NounKind.OFFICE and word not in known:
                yield replace(noun, word=word)


_TABLE = role_nouns()
_ALL = [*_TABLE, *_prefixed(_TABLE)]


def _of_kind(kind: NounKind) -> frozenset[str]:
    return frozenset(noun.word for noun in _ALL if noun.kind is kind)


def _with(feature: Feature) -> frozenset[str]:
    return frozenset(noun.word for noun in _ALL if feature in noun.features)


def _taking(preposition: str) -> frozenset[str]:
    return frozenset(noun.word for noun in _ALL if preposition in noun.takes)


OFFICES = _of_kind(NounKind.OFFICE)
ABBREVIATIONS = _of_kind(NounKind.ABBREVIATION)
BODIES = _of_kind(NounKind.BODY)
PRIVATE = _of_kind(NounKind.PRIVATE)
ROLE_NOUNS = OFFICES | ABBREVIATIONS | BODIES | PRIVATE

PLURALS = _with(Feature.PLURAL)
MALE = _with(Feature.MALE) | word_list("male-titles-and-kin")
FEMALE = _with(Feature.FEMALE) | word_list("female-titles-and-kin")
SPOKESPERSONS = _with(Feature.SPOKESPERSON)
CLERGY = _with(Feature.CLERGY)
ENVOYS = _with(Feature.ENVOY)
OF_THE_STATE = _with(Feature.STATE)
SEATED = _with(Feature.SEATED)
OF_NO_STATE = _with(Feature.NO_STATE)
OF_COMPANIES = _with(Feature.COMPANY)
HELD_ANYWHERE = _with(Feature.ANYWHERE)
NO_ROLES = _with(Feature.NO_ROLE)
ALSO_ADJECTIVES = _with(Feature.ADJECTIVE)
ALSO_VERBS = _with(Feature.VERB)

TAKING_FOR = _taking("for")
TAKING_TO = _taking("to")
TAKING_IN = _taking("in")

SYNONYMS = {noun.word: noun.synonym for noun in _ALL}  # "ambassador": "envoy"; a word without one has itself
