"""How evidence is given: nothing where nothing is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from indexer.extraction.coreference.entities.known import KnownEntities
from indexer.extraction.model.coreference import (
    Affiliation,
    Allegiance,
    Body,
    Entity,
    EntityId,
    Evidence,
    EvidenceKind,
    Person,
)
from schemas.statement import Span


def introduction(entity: Entity, span: Span, entities: KnownEntities) -> Iterator[Evidence]:
    """That it is there, unless that is known."""
    if entity.id not in entities:
        yield Evidence(EvidenceKind.INTRODUCTION, entity.id, span, entity)


def allegiance(
    about: EntityId, span: Span, countries: Iterable[str], territories: Iterable[str] = ()
) -> Iterator[Evidence]:
    """For which countries and territories it speaks."""
    value = Allegiance(frozenset(countries), frozenset(territories))
    if value.countries or value.territories:
        yield Evidence(EvidenceKind.COUNTRY, about, span, value)


def affiliation(about: EntityId, span: Span, whose: Entity) -> Evidence:
    """That it belongs to a body, a state, or somebody else's office."""
    organisation = organisation_of(whose)
    of_state = whose.of_state if isinstance(whose, Person) else True
    value = Affiliation(organisation, whose.countries, whose.territories, whose.no_state, of_state)
    return Evidence(EvidenceKind.AFFILIATION, about, span, value)


def organisation_of(whose: Entity) -> str | None:
    """The organisation to which somebody of it belongs."""
    if isinstance(whose, Person):
        return whose.organisation
    return whose.name if isinstance(whose, Body) else None


def no_state(about: EntityId, span: Span) -> Evidence:
    return Evidence(EvidenceKind.NO_STATE, about, span)
