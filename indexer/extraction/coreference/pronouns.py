"""Whom a pronoun means."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.salience import last_body, last_person, last_several
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.coreference import Entity, Evidence, EvidenceKind, Gender, Person
from schemas.statement import Span

FIRST_PERSON = word_list("pronouns-of-the-speaker")
GENDERS = dict.fromkeys(word_list("pronouns-of-a-man"), Gender.MALE) | dict.fromkeys(
    word_list("pronouns-of-a-woman"), Gender.FEMALE
)
NEUTER = word_list("pronouns-of-a-body")
PLURAL = word_list("pronouns-of-several-or-one")
FIRST_PERSON_POSSESSIVES = word_list("possessives-of-the-speaker")
GENDERS_OF_POSSESSIVES = {"his": Gender.MALE, "her": Gender.FEMALE}
THEIR = word_list("possessives-of-a-body")
PRONOUNS = FIRST_PERSON | GENDERS.keys() | NEUTER | PLURAL


def is_pronoun(words: str) -> bool:
    """Not letters of a name: "IT", but "I"."""
    return words.lower() in PRONOUNS and (words == "I" or not words.isupper())


def antecedent(words: str, discourse: Discourse) -> Entity | None:
    pronoun = words.lower()
    if pronoun in FIRST_PERSON:
        return None
    if pronoun in NEUTER:
        return last_body(discourse)
    if pronoun in PLURAL:
        return last_several(discourse) or last_person(discourse)
    return last_person(discourse, GENDERS[pronoun])


def gender_told(pronoun: Span, entity: Entity, text: str) -> Iterator[Evidence]:
    gender = GENDERS.get(pronoun.of(text).lower())
    if gender is not None and isinstance(entity, Person):
        yield Evidence(EvidenceKind.GENDER, entity.id, pronoun, gender)
