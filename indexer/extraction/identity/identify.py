"""Ids of speakers and targets: the same for the same person, body or state in every article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from indexer.extraction.identity.entity_ids import id_of_entity, is_somebody_of
from indexer.extraction.model.coreference import Coreference, Entity, EntityId
from schemas.identity.states import id_of_state
from schemas.statement import Speaker, Target

Party = TypeVar("Party", Speaker, Target)
Meant = tuple[Entity | None, Speaker | Target | None]  # an entity, and as whom a statement shows it


def identify(coreference: Coreference) -> Coreference:
    """The same, with the ids of its speakers and targets. None for an office without a name, for several at once, and
    for whoever is described only.
    """
    speakers = [source.speaker for source in coreference.sources]
    said_by, said_to = coreference.said_by, coreference.said_to
    codes = _countries([*zip(said_by, speakers, strict=True), *zip(said_to, coreference.targets, strict=True)])
    known = [_known(speaker, entity, codes) for speaker, entity in zip(speakers, said_by, strict=True)]
    return replace(
        coreference,
        sources=tuple(map(lambda source, speaker: replace(source, speaker=speaker), coreference.sources, known)),
        targets=tuple(
            _known(target, entity, codes) for target, entity in zip(coreference.targets, said_to, strict=True)
        ),
    )


def _countries(meant: Iterable[Meant]) -> Mapping[EntityId, frozenset[str]]:
    """For whom each speaks in the whole article. Where its own evidence tells none: all that it is shown with."""
    found: dict[EntityId, frozenset[str]] = {}
    for entity, party in meant:
        if entity is not None:
            shown = frozenset(party.countries) if party is not None and not entity.countries else frozenset()
            found[entity.id] = found.get(entity.id, entity.countries) | shown
    return found


def _known(party: Party | None, entity: Entity | None, codes: Mapping[EntityId, frozenset[str]]) -> Party | None:
    """Where no entity is known there may still be the name of a state: "the Danish plan"."""
    if party is None or (entity is not None and is_somebody_of(entity, party.name)):
        return party
    own = id_of_entity(entity, codes[entity.id]) if entity is not None else id_of_state(party.name)
    return party if own is None else replace(party, id=own)
