"""Whom a name means: the person who has it in full, or one of those who bear the surname."""

from __future__ import annotations

from indexer.extraction.annotation.places.gazetteer import fold
from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.entities.known import KnownEntities
from indexer.extraction.coreference.people.gender import gender_of
from indexer.extraction.coreference.salience import last_mentioned, latest
from indexer.extraction.model.annotation import Annotations, PersonName
from indexer.extraction.model.coreference import EntityId

FEW = 60  # bearers of one name, beyond whom only those mentioned of late are looked at


def bearer(name: PersonName, entities: KnownEntities) -> EntityId | None:
    """Who has it in full, or, for a surname, the only one who can."""
    known = entities.named_at(name.start)
    if known is not None:
        return known
    bearers = entities.surnamed(name.parts[-1])
    return bearers[0] if len(bearers) == 1 else None


def is_shared(name: PersonName, entities: KnownEntities) -> bool:
    return len(entities.surnamed(name.parts[-1])) > 1


def only_one_called(part: str, entities: KnownEntities) -> EntityId | None:
    bearers = entities.called(fold(part))
    return next(iter(bearers)) if len(bearers) == 1 else None


def meant(name: PersonName, discourse: Discourse) -> EntityId | None:
    """By surname: who bears it and fits, was mentioned last, or else comes first."""
    known = discourse.entities.named_at(name.start)
    if known is not None:
        return known
    bearers = _fitting(name, _bearers(name, discourse), discourse)
    last = last_mentioned(discourse, bearers) if len(bearers) > 1 else None
    return last or next(iter(bearers), None)


def _bearers(name: PersonName, discourse: Discourse) -> tuple[EntityId, ...]:
    part = name.parts[-1]
    bearers = discourse.entities.surnamed(part)
    if len(bearers) <= FEW:
        return bearers
    late = discourse.entities.people(latest(discourse, discourse.entities.called(part)))
    surnamed = [person for person in late if person.parts[-1] == part]
    return tuple(person.id for person in surnamed or late) or bearers[:1]


def _fitting(name: PersonName, bearers: tuple[EntityId, ...], discourse: Discourse) -> tuple[EntityId, ...]:
    """Those of the gender, and of the country, that stand before the name, if any are."""
    if len(bearers) < 2:
        return bearers
    people = discourse.entities.people(bearers)
    gender, codes = gender_of(name.honorific), _codes_before(name, discourse.annotations)
    people = [person for person in people if not gender or person.gender in (None, gender)] or people
    people = [person for person in people if codes & person.countries] or people
    return tuple(person.id for person in people)


def _codes_before(name: PersonName, annotations: Annotations) -> frozenset[str]:
    """ "Seoul's Park"."""
    first = max(0, annotations.words_in(0, name.start).stop - 2)
    before = annotations.words[first].start if annotations.words else 0
    return annotations.countries_in(before, name.start)
