"""A speaker as it is shown: from the entity that a mention means to name, role, organisation and countries."""

from __future__ import annotations

from indexer.extraction.coreference.bodies.state_names import is_abbreviated
from indexer.extraction.coreference.pronouns import PRONOUN_MEANINGS
from indexer.extraction.coreference.speakers.countries import left_out, of_a_side
from indexer.extraction.coreference.speakers.surroundings import Surroundings
from indexer.extraction.document.layout import without_dateline
from indexer.extraction.lang.en.apposition_patterns import ARTICLE, DOCUMENT
from indexer.extraction.model.coreference import Body, Entity, Person, State
from schemas.statement import Span, Speaker


def speaker(mention: Span, entity: Entity | None, surroundings: Surroundings) -> Speaker | None:
    """None where nobody is named, or a pronoun has nobody to stand for."""
    words = " ".join(mention.of(surroundings.annotations.text).split())
    words = without_dateline(words, Span(0, len(words))).of(words)
    if not words:
        return None
    if entity is None:
        if words.lower() in PRONOUN_MEANINGS:
            return None
        return Speaker(_without_article(words), mention, countries=of_a_side(mention, surroundings.annotations))
    if not isinstance(entity, State):
        words = DOCUMENT.sub("", words)
    countries = entity.countries or left_out(entity, mention, words, surroundings)
    return Speaker(
        _without_article(_name(entity, words)),
        mention,
        entity.role if isinstance(entity, Person) else None,
        entity.organisation if isinstance(entity, Person | Body) else None,
        () if entity.no_state else tuple(sorted(countries)),
    )


def _name(entity: Entity, words: str) -> str:
    """As it is mentioned where it is a state, or where that holds the name that an office or a body is known by."""
    plain = _without_article(words)
    if isinstance(entity, State):
        is_named = entity.name in plain and not is_abbreviated(plain)
        return plain if is_named else entity.name
    has_a_name = isinstance(entity, Person) and entity.parts
    return plain if not has_a_name and entity.name in plain else entity.name


def _without_article(words: str) -> str:
    return ARTICLE.sub("", words, count=1) or words
