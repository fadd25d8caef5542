"""Whom a pronoun means."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.salience import last_body, last_person, last_several
from indexer.extraction.lang.tables import table
from indexer.extraction.model.coreference import Entity, Evidence, EvidenceKind, Gender, Person
from schemas.statement import Span


class PronounMeaning(StrEnum):
    """pronouns.csv says more."""

    SPEAKER = "speaker"
    MAN = "man"
    WOMAN = "woman"
    BODY = "body"
    SEVERAL = "several"


PRONOUN_MEANINGS = {row["word"]: PronounMeaning(row["means"]) for row in table("pronouns") if not row["possessive"]}
POSSESSIVE_MEANINGS = {row["word"]: PronounMeaning(row["means"]) for row in table("pronouns") if row["possessive"]}
GENDERS = {PronounMeaning.MAN: Gender.MALE, PronounMeaning.WOMAN: Gender.FEMALE}


def is_pronoun(words: str) -> bool:
    """Not letters of a name: "IT", but "I"."""
    return words.lower() in PRONOUN_MEANINGS and (words == "I" or not words.isupper())


def antecedent(meaning: PronounMeaning, discourse: Discourse) -> Entity | None:
    """The last one mentioned whom such a pronoun can mean; nobody for whoever says it, nor one person for "they"."""
    if meaning is PronounMeaning.SPEAKER:
        return None
    if meaning is PronounMeaning.BODY:
        return last_body(discourse)
    if meaning is PronounMeaning.SEVERAL:
        return last_several(discourse)
    return last_person(discourse, GENDERS[meaning])


def gender_told(meaning: PronounMeaning, entity: Entity, span: Span) -> Iterator[Evidence]:
    if meaning in GENDERS and isinstance(entity, Person):
        yield Evidence(EvidenceKind.GENDER, entity.id, span, GENDERS[meaning])
