"""Offices whose holder only the title names: "the president said" below "President Ilk Sees No Risk"."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.offices.holders import may_hold
from indexer.extraction.coreference.offices.titles import nouns_of
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import TitleHolder
from indexer.extraction.model.coreference import Evidence, EvidenceKind, Person
from schemas.statement import Span

DEPUTIES = word_list("deputies")


def named_in_the_title(discourse: Discourse) -> Iterator[Evidence]:
    """Nobody where the title or the text tells of two who may hold such an office."""
    holders = discourse.annotations.title_holders
    if not holders:
        return
    people = [entity for entity in discourse.entities.all().values() if isinstance(entity, Person)]
    for holder in holders:
        nouns = nouns_of(holder.office)
        rivals = [other for other in holders if nouns & nouns_of(other.office)]
        offices = [person for person in people if person.nouns & nouns and not person.plural]
        if len(rivals) == 1 and len(offices) == 1 and _may_be_held(offices[0], holder, discourse):
            yield from _names(holder, offices[0], discourse)


def _may_be_held(office: Person, holder: TitleHolder, discourse: Discourse) -> bool:
    """Not "the Peruvian minister" by "Minister Ilk", nor "the minister" by "Deputy Minister Ilk"."""
    if office.parts or not office.awaits_name or not office.countries <= frozenset(holder.office.codes):
        return False
    if DEPUTIES & holder.office.words != DEPUTIES & frozenset((office.role or "").lower().split()):
        return False
    return may_hold(office, holder.office, discourse.home)


def _names(holder: TitleHolder, office: Person, discourse: Discourse) -> Iterator[Evidence]:
    """The holder, or whoever bears that name in the text, holds the office."""
    span = Span(office.first, office.first)
    bearers = discourse.entities.surnamed(holder.parts[-1])
    if bearers:
        if len(bearers) == 1:
            yield Evidence(EvidenceKind.SAME_AS, office.id, span, bearers[0])
        return
    person = Person(f"person:title:{holder.name}", holder.name, office.first, parts=holder.parts)
    yield Evidence(EvidenceKind.INTRODUCTION, person.id, span, person)
    yield Evidence(EvidenceKind.SAME_AS, office.id, span, person.id)
