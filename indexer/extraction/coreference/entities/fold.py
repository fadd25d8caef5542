"""What a piece of evidence makes of the entity that it is about: one function for each kind, which give it anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.coreference import (
    Affiliation,
    Allegiance,
    Entity,
    Evidence,
    EvidenceKind,
    Gender,
    Person,
    Title,
)

RANKS = word_list("ranks")


def folded(entity: Entity, evidence: Evidence) -> Entity:
    """The entity with what is told of it; itself where that is known already, or is nothing that an entity has."""
    fold = FOLDS.get(evidence.kind)
    return entity if fold is None else fold(entity, evidence.value)


def merged(entity: Entity, other: Entity) -> Entity:
    """What is known of both of them, who are one; where they differ, what is known of the first."""
    entity = replace(
        entity,
        first=min(entity.first, other.first),
        countries=entity.countries | other.countries,
        territories=entity.territories | other.territories,
        no_state=entity.no_state or other.no_state,
    )
    if not (isinstance(entity, Person) and isinstance(other, Person)):
        return entity
    return replace(
        entity,
        role=entity.role or other.role,
        organisation=entity.organisation or other.organisation,
        nouns=entity.nouns | other.nouns,
        gender=entity.gender or other.gender,
        of_state=entity.of_state or other.of_state,
    )


def _is_a_person(person: Person, _: None) -> Person:
    return person if person.is_human else replace(person, is_human=True)


def _is_described(person: Person, _: None) -> Person:
    return person if person.described else replace(person, described=True)


def _stands_beside_an_office(person: Person, _: None) -> Person:
    return _is_a_person(_is_described(person, None), None)


def _has_gender(person: Person, gender: Gender) -> Person:
    return person if person.gender else replace(person, gender=gender)


def _holds(person: Person, title: Title) -> Person:
    """The first office told is the role, unless it is no more than a rank."""
    nouns = person.nouns | title.nouns
    if person.role is None or (title.role is not None and _is_a_rank(person.role)):
        return replace(person, nouns=nouns, role=title.role, of_state=person.of_state or title.of_state)
    return replace(person, nouns=nouns)


def _is_a_rank(role: str) -> bool:
    """ "Rear Adm" and "Princess" tell less than the office that follows."""
    return all(word.rstrip(".").lower() in RANKS for word in role.split())


def _belongs_to(person: Person, affiliation: Affiliation) -> Person:
    """The first organisation stays, and so do countries that are known already."""
    return replace(
        person,
        organisation=person.organisation or affiliation.organisation,
        countries=person.countries or affiliation.countries,
        territories=person.territories | (frozenset() if person.countries else affiliation.territories),
        no_state=person.no_state or affiliation.no_state,
        of_state=person.of_state and affiliation.of_state,
    )


def _speaks_for(entity: Entity, allegiance: Allegiance) -> Entity:
    countries, territories = entity.countries | allegiance.countries, entity.territories | allegiance.territories
    if countries == entity.countries and territories == entity.territories:
        return entity
    return replace(entity, countries=countries, territories=territories)


def _speaks_for_no_state(entity: Entity, _: None) -> Entity:
    return entity if entity.no_state else replace(entity, no_state=True)


def _holds_no_office_of_state(person: Person, _: None) -> Person:
    return replace(person, of_state=False)


FOLDS: Mapping[EvidenceKind, Callable[[Any, Any], Entity]] = {
    EvidenceKind.PERSON: _is_a_person,
    EvidenceKind.GENDER: _has_gender,
    EvidenceKind.APPOSITION: _stands_beside_an_office,
    EvidenceKind.DESCRIPTION: _is_described,
    EvidenceKind.TITLE: _holds,
    EvidenceKind.AFFILIATION: _belongs_to,
    EvidenceKind.COUNTRY: _speaks_for,
    EvidenceKind.NO_STATE: _speaks_for_no_state,
    EvidenceKind.NO_OFFICE_OF_STATE: _holds_no_office_of_state,
}
