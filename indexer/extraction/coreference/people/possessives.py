"""What a possessive before a name tells of the person: "Turkey's Selin Karaosman", "the ministry's Ana Silva"."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.extraction.annotation.roles.phrases import possessive_body
from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.entities.evidence import allegiance, no_state
from indexer.extraction.lang.en.apposition_patterns import POSSESSIVE
from indexer.extraction.model.annotation import PersonName, ToponymKind
from indexer.extraction.model.coreference import Affiliation, EntityId, Evidence, EvidenceKind, Person
from schemas.statement import Span

LENGTH = len("’s ")


def told_by_possessive(name: PersonName, person: Person, discourse: Discourse) -> Iterator[Evidence]:
    """Nothing where the person's country is known."""
    annotations = discourse.annotations
    mark = POSSESSIVE.search(discourse.text, max(0, name.start - LENGTH), name.start)
    if mark is None or person.countries:
        return
    body = possessive_body(annotations, annotations.words_in(0, name.start).stop - 1)
    if body is not None:
        yield from _belongs_to(person.id, body.span, body.organisation)
        if body.nobody:
            yield no_state(person.id, body.span)
        yield from allegiance(person.id, body.span, body.codes, body.territories)
        return
    several = annotations.organisation_at(mark.start() - 1)
    if several is not None:
        yield from _belongs_to(person.id, several.span, several.span.of(discourse.text))
        yield no_state(person.id, several.span)
        return
    place = annotations.place_at(mark.start() - 1)
    if place is not None and place.kind in (ToponymKind.NAME, ToponymKind.CAPITAL):
        yield from allegiance(person.id, place.span, place.codes, place.territories)


def _belongs_to(person: EntityId, span: Span, organisation: str | None) -> Iterator[Evidence]:
    yield Evidence(EvidenceKind.DESCRIPTION, person, span)
    yield Evidence(EvidenceKind.PERSON, person, span)
    yield Evidence(EvidenceKind.AFFILIATION, person, span, Affiliation(organisation))
