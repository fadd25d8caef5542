"""The target of an attribution as it is shown: whom the words for it mean, and for which countries they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.extraction.coreference.salience import NO_SUBJECT
from indexer.extraction.coreference.speakers.speaker import speaker
from indexer.extraction.coreference.speakers.surroundings import Surroundings
from indexer.extraction.lang.en.apposition_patterns import ARTICLE
from indexer.extraction.lang.en.coreference_patterns import PLURAL, RECIPROCAL, listed
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import Annotations, ToponymKind
from indexer.extraction.model.attribution import Attribution
from indexer.extraction.model.coreference import Body, Entity, Person
from schemas.geography.countries import country_name
from schemas.statement import Act, Span, Speaker, Target

# By others something is judged or somebody told: a name of which no more is told may be a thing's or an outlet's.
OF_SOMEBODY = frozenset({Act.ACCUSE, Act.DEMAND})
OF_LISTENERS = frozenset({Act.ASSERT, Act.ANNOUNCE, Act.WARN, Act.PROMISE})
GROUP_NOUNS = word_list("group-nouns")


def target(
    mention: Span, entity: Entity | None, attribution: Attribution, source: Speaker | None, surroundings: Surroundings
) -> Target | None:
    """`entity` is whom the words of the mention mean, `source` who speaks.

    None where a pronoun means nobody, and where nothing tells that a name is somebody's.
    """
    annotations = surroundings.annotations
    if RECIPROCAL.fullmatch(annotations.text, *mention):
        return Target(source.name, mention, source.countries) if source is not None else None
    adjective = _of_adjective(mention, annotations)
    if adjective is not None:
        return adjective
    act = attribution.cue.act if attribution.cue is not None else None
    shown = speaker(mention, entity, surroundings) if _is_somebody(mention, entity, act, annotations) else None
    if shown is None:
        return None
    if entity is None or _is_described(entity):
        shown = replace(shown, countries=shown.countries or _of_people(mention, annotations))
    if entity is None:
        return Target(shown.name, mention, shown.countries)
    name = _joined(entity, mention, annotations) or _as_introduced(entity, mention, shown.name, annotations.text)
    return Target(name, mention, shown.countries)


def _is_described(entity: Entity) -> bool:
    """Whether it has no name: an office, or "a group of Poles"."""
    if isinstance(entity, Person):
        return not entity.parts
    return isinstance(entity, Body) and entity.name.partition(" ")[0] in GROUP_NOUNS


def _as_introduced(entity: Entity, mention: Span, name: str, text: str) -> str:
    """The name, but the words of the mention where the text speaks of one office or body for the first time."""
    plain = ARTICLE.sub("", mention.of(text), count=1)
    here = entity.first < mention.end and mention.start < entity.first + len(name)
    return plain if here and plain in name and not entity.plural else name


def _of_adjective(mention: Span, annotations: Annotations) -> Target | None:
    """ "The Spanish remarks" are Spain's; but "Spaniards" are people."""
    place = annotations.place_at(mention.start)
    if place is None or place.span != mention or place.kind is not ToponymKind.DEMONYM:
        return None
    if PLURAL.search(annotations.text, *mention) or len(place.codes) + len(place.territories) != 1:
        return None
    name = country_name(place.codes[0]) if place.codes else place.territories[0]
    return Target(name, mention, place.codes)


def _is_somebody(mention: Span, entity: Entity | None, act: Act | None, annotations: Annotations) -> bool:
    named = annotations.organisations_in(*mention)
    if act in OF_LISTENERS and not isinstance(entity, Person) and any(each.organisation.is_outlet for each in named):
        return False
    if isinstance(entity, Person) and entity.parts and act not in OF_SOMEBODY:
        return entity.is_human or entity.described or bool(entity.role or entity.countries)
    words = ARTICLE.sub("", mention.of(annotations.text), count=1).split()
    if entity is not None or any(word[0].islower() for word in words):
        return True
    if annotations.countries_in(*mention):
        return True
    return act in OF_SOMEBODY and any(name.span == mention for name in annotations.names_in(*mention))


def _of_people(mention: Span, annotations: Annotations) -> tuple[str, ...]:
    """ "Norwegian pilots", "Poles", "a group of Poles", but not "friends of Norwegian pilots"."""
    codes = {
        code
        for place in annotations.places_in(*mention)
        if place.kind is ToponymKind.DEMONYM and _leads_to(annotations.text[mention.start : place.span.start].split())
        for code in place.codes
    }
    return tuple(sorted(codes))


def _leads_to(words: Sequence[str]) -> bool:
    """Whether those behind the words are whom the whole phrase means."""
    return NO_SUBJECT.isdisjoint(words) or (words[-1] == "of" and not GROUP_NOUNS.isdisjoint(words[:-1]))


def _joined(entity: Entity, mention: Span, annotations: Annotations) -> str | None:
    """The names of several states that the mention only counts: "both neighbours"."""
    if not (entity.awaits_name and isinstance(entity, Body) and entity.countries) or annotations.places_in(*mention):
        return None
    return listed(sorted(map(country_name, entity.countries)))
