"""For whom an office speaks that commits the only country of its article: "the minister said Norway would sign"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.extraction.coreference.speakers.home import of_outlet
from indexer.extraction.lang.en.commitment_patterns import COMMITTED, OTHER_SIDE
from indexer.extraction.lang.en.coreference_patterns import SENT_ABROAD
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import Annotations, Place, ToponymKind
from indexer.extraction.model.attribution import Attribution, Rule
from indexer.extraction.model.coreference import Entity, Person, Source
from indexer.extraction.model.document import Document
from schemas.statement import Basis, Kind

NATIONAL = word_list("offices-of-a-government")
REACH = 20  # characters before a country in which the preposition before it stands


def with_commitments(
    sources: Sequence[Source],
    attributions: Sequence[Attribution],
    entities: Sequence[Entity | None],
    annotations: Annotations,
    document: Document,
) -> tuple[Source, ...]:
    """The same, with the country of each office that commits it, in all that the office says.

    `entities` are the sources', each with all that is told of it.
    """
    country = _only_country(document, annotations)
    if country is None:
        return tuple(sources)
    committing = {
        entity.id
        for source, attribution, entity in zip(sources, attributions, entities, strict=True)
        if entity is not None and _is_of_a_government(entity, source) and _commits(attribution, annotations)
    }
    return tuple(
        _of_country(source, country) if entity is not None and entity.id in committing else source
        for source, entity in zip(sources, entities, strict=True)
    )


def _of_country(source: Source, country: str) -> Source:
    if source.speaker is None or source.speaker.countries:
        return source
    return replace(source, speaker=replace(source.speaker, countries=(country,), basis=Basis.COMMITMENT))


def _only_country(document: Document, annotations: Annotations) -> str | None:
    """None where a second one is named, where a dateline or the outlet tells another, and where the article speaks of
    the only one as of another side: "with Norway", "the Norwegian offer".
    """
    places = (*annotations.places, *annotations.title_places)
    told = {code for place in places for code in (*place.codes, *place.territories)} | (of_outlet(document) - {""})
    if len(told) != 1 or any(p.span.start < p.content.start for p in document.paragraphs[:2]):
        return None
    in_text = all(_may_be_its_own(document.text, place) for place in annotations.places)
    in_title = all(_may_be_its_own(document.title, place) for place in annotations.title_places)
    return next(iter(told)) if in_text and in_title else None


def _may_be_its_own(text: str, place: Place) -> bool:
    before = text[max(0, place.span.start - REACH) : place.span.start]
    return place.kind is ToponymKind.NAME and OTHER_SIDE.search(before) is None


def _is_of_a_government(entity: Entity, source: Source) -> bool:
    if not isinstance(entity, Person) or source.speaker is None or source.speaker.countries:
        return False
    if entity.no_state or entity.territories or entity.plural or not entity.of_state or entity.organisation:
        return False
    return not entity.nouns.isdisjoint(NATIONAL) and SENT_ABROAD.search(entity.role or "") is None


def _commits(attribution: Attribution, annotations: Annotations) -> bool:
    """Whether it begins with a country and what that will do."""
    if attribution.kind is Kind.DIRECT or attribution.rule is not Rule.CLAUSE:
        return False
    place = annotations.place_at(attribution.spans[0].start)
    return place is not None and COMMITTED.match(annotations.text, place.span.end) is not None
