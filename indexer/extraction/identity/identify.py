"""Ids of speakers and targets: the same for the same person, body or state in every article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeVar

from indexer.extraction.identity.body_phrases import is_somebody_of
from indexer.extraction.identity.entity_ids import id_of_entity
from indexer.extraction.identity.people_table import PeopleTable
from indexer.extraction.model.coreference import Coreference, Entity, EntityId, Person
from indexer.extraction.model.document import Document
from schemas.identity.people import People
from schemas.identity.states import id_of_state
from schemas.statement import Speaker, Target

Party = TypeVar("Party", Speaker, Target)
Meant = tuple[Entity | None, Speaker | Target | None]  # an entity, and as whom a statement shows it


def identify(coreference: Coreference, document: Document, people: People) -> Coreference:
    """The same, with the ids of its speakers and targets. None for an office without a name, for several at once, and
    for whoever is described only.

    Whoever is in the table of `people` has the id of the table: by name, or by an office on the day of publication.
    """
    speakers = [source.speaker for source in coreference.sources]
    said_by, said_to = coreference.said_by, coreference.said_to
    ids = _ids([*zip(said_by, speakers, strict=True), *zip(said_to, coreference.targets, strict=True)])
    read = partial(_known, ids=ids, table=PeopleTable(people, document))
    return replace(
        coreference,
        sources=tuple(
            replace(source, speaker=read(source.speaker, entity)) if source.speaker is not None else source
            for source, entity in zip(coreference.sources, said_by, strict=True)
        ),
        targets=tuple(read(target, entity) for target, entity in zip(coreference.targets, said_to, strict=True)),
    )


def _ids(meant: Iterable[Meant]) -> Mapping[EntityId, str | None]:
    """Of each entity, with the countries for which it speaks in the whole article: where its own evidence tells none,
    all that it is shown with.
    """
    entities: dict[EntityId, Entity] = {}
    codes: dict[EntityId, frozenset[str]] = {}
    for entity, party in meant:
        if entity is not None:
            entities[entity.id] = entity
            shown = frozenset(party.countries) if party is not None and not entity.countries else frozenset()
            codes[entity.id] = codes.get(entity.id, entity.countries) | shown
    return {key: id_of_entity(entity, codes[key]) for key, entity in entities.items()}


def _known(
    party: Party | None, entity: Entity | None, ids: Mapping[EntityId, str | None], table: PeopleTable
) -> Party | None:
    """Where no entity is known there may still be the name of a state: "the Danish plan"."""
    if party is None or (entity is not None and is_somebody_of(entity, party.name)):
        return party
    own = ids[entity.id] if entity is not None else id_of_state(party.name)
    if isinstance(entity, Person) and table.people.holders:
        own = table.id_of(entity, party, own)
    return party if own is None else replace(party, id=own)
