"""Whom a name means: the person who has it in full, or one of those who bear the surname."""

from __future__ import annotations

from indexer.extraction.annotation.places.gazetteer import fold
from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.entities.known import KnownEntities
from indexer.extraction.coreference.people.gender import differ, gender_of
from indexer.extraction.coreference.salience import latest
from indexer.extraction.model.annotation import Annotations, PersonName
from indexer.extraction.model.coreference import EntityId, Person

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
    if len(bearers) == 1 and _is_of_other_gender(name, discourse.entities.person(bearers[0])):
        return None  # "Mr Silva", where only Ms Ana Silva is known
    if len(bearers) < 2:
        return next(iter(bearers), None)
    latest_two = _latest_two(bearers, discourse)
    if len(latest_two) == 2 and discourse.sentence_at(latest_two[0][1]) == discourse.sentence_at(latest_two[1][1]):
        return None  # "Ana Silva and Jan Silva came. Silva said"
    return latest_two[0][0] if latest_two else bearers[0]


def _is_of_other_gender(name: PersonName, person: Person) -> bool:
    return differ(gender_of(name.honorific), person.gender)


def _latest_two(bearers: tuple[EntityId, ...], discourse: Discourse) -> list[tuple[EntityId, int]]:
    """The two who were mentioned last, with where, the last first."""
    found: dict[EntityId, int] = {}
    for mention, entity in discourse.recent():
        if entity.id in bearers:
            found.setdefault(entity.id, mention.span.start)
        if len(found) == 2:
            break
    return list(found.items())


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
    people = [person for person in people if name.suffix and _ends_in(name.suffix, person)] or people
    people = [person for person in people if codes & person.countries] or people
    return tuple(person.id for person in people)


def _ends_in(suffix: str, person: Person) -> bool:
    """ "Jan Kos Jr."."""
    return person.name.lower().rstrip(".").endswith(suffix)


def _codes_before(name: PersonName, annotations: Annotations) -> frozenset[str]:
    """ "Seoul's Park"."""
    first = max(0, annotations.words_in(0, name.start).stop - 2)
    before = annotations.words[first].start if annotations.words else 0
    return annotations.countries_in(before, name.start)
