"""Which entity the words for a speaker mean: a person in them, else a body, else a state that they begin with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from indexer.extraction.coreference.bodies.lookup import body_named, body_of
from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.speakers.asides import is_behind_a_preposition, is_behind_of
from indexer.extraction.coreference.speakers.joint import joint
from indexer.extraction.lang.en.apposition_patterns import LEAD
from indexer.extraction.lang.en.name_patterns import OUTLET, PAPER, STATION
from indexer.extraction.lang.en.role_patterns import NAMED_ACRONYM
from indexer.extraction.model.coreference import Body, Entity, Mention, Person
from schemas.statement import Span

SEVERAL = 2
AND = " and "
POSSESSIVES = ("'s", "’s")


def mentioned_entity(words: Span, mentions: Sequence[Mention], discourse: Discourse) -> Entity | None:
    """`mentions` are all of the article in its order."""
    told_by_name = STATION.fullmatch(discourse.text, *words) or PAPER.fullmatch(discourse.text, *words)
    if told_by_name is not None:
        return body_named(told_by_name["name"], None, words.start, discourse)
    inside = [
        (mention, discourse.entities[mention.entity])
        for mention in _inside(words, mentions)
        if not is_behind_a_preposition(mention.span.start, words, discourse.text)
    ]
    if len(inside) > 1 and _end_in_a_body(words, inside, discourse.text):
        return inside[-1][1]  # "President Silva's office"
    together = joint(words, inside, discourse.text)
    if together is not None:
        return together
    people = [
        entity
        for mention, entity in inside
        if isinstance(entity, Person) and not (entity.parts and is_behind_of(mention.span.start, words, discourse.text))
    ]
    named = [(mention, entity) for mention, entity in inside if isinstance(entity, Person) and entity.parts]
    if _are_several(named, discourse.text):
        return None  # all of them, and none alone
    bodies = [entity for _, entity in inside if isinstance(entity, Body)]
    if people or bodies:
        return people[-1] if people else bodies[0]
    outlet = OUTLET.fullmatch(discourse.text, *words)
    if outlet is not None:
        return body_named(outlet["name"], None, words.start, discourse)
    begin = LEAD.match(discourse.text, *words)
    states = [entity for mention, entity in inside if begin and mention.span.start <= begin.end()]
    return states[0] if states else _by_letters(words, discourse)


def _are_several(named: Sequence[tuple[Mention, Entity]], text: str) -> bool:
    """Whether the last of the people is another than the one before, with an "and" between."""
    if len(named) < SEVERAL:
        return False
    (before, one), (last, other) = named[-SEVERAL:]
    between = text[before.span.end : last.span.start]
    return one.id != other.id and AND in between and not between.startswith(POSSESSIVES)


def _inside(words: Span, mentions: Sequence[Mention]) -> list[Mention]:
    first = bisect_left(mentions, words.start, key=lambda mention: mention.span.start)
    last = bisect_left(mentions, words.end, key=lambda mention: mention.span.start)
    return [mention for mention in mentions[max(0, first - 1) : last] if mention.span.end > words.start]


def _end_in_a_body(words: Span, inside: Sequence[tuple[Mention, Entity]], text: str) -> bool:
    (before, _), (last, entity) = inside[-2:]
    between = text[before.span.end : last.span.start]
    return isinstance(entity, Body) and last.span.end == words.end and between == " "


def _by_letters(words: Span, discourse: Discourse) -> Entity | None:
    """ "The KCNA": a body of which the text tells elsewhere what it is."""
    found = NAMED_ACRONYM.fullmatch(words.of(discourse.text))
    if found is None:
        return None
    letters = found["letters"]
    acronym = discourse.annotations.acronyms.get(letters)
    if acronym is None:
        return Body(f"letters:{letters}", letters, words.start, organisation=letters)
    if acronym.in_brackets:
        return body_of(acronym.phrase, discourse)
    return body_named(letters, acronym.phrase, acronym.phrase.start, discourse)
