"""Offices told of several at once: "Foreign ministers Ana Silva of Peru and Jan Kos of Poland"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from indexer.extraction.coreference.bodies.state_groups import are_joined_states
from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.lang.en.apposition_patterns import BETWEEN_HOLDERS, POSSESSIVE
from indexer.extraction.lang.en.role_nouns import SYNONYMS
from indexer.extraction.model.annotation import PersonName, RolePhrase
from indexer.extraction.model.coreference import Evidence, EvidenceKind, Person, Title

REACH = 80  # characters behind an office in which the countries end whose it is
BACK = 8  # phrases back to the office that several countries' people hold


def shared_office(
    name: PersonName, before: tuple[PersonName, RolePhrase] | None, discourse: Discourse
) -> RolePhrase | None:
    """The plural before the name, or the one that `before` holds, behind whom the name stands."""
    phrase = discourse.phrases.ending(name.with_honorific - 1)
    if phrase is not None and phrase.is_office and phrase.plural and discourse.text[phrase.end] == " ":
        return phrase
    if before is None or BETWEEN_HOLDERS.fullmatch(discourse.text, before[0].end, name.with_honorific) is None:
        return None
    return before[1]


def holds_with_others(phrase: RolePhrase, person: Person) -> Iterator[Evidence]:
    """The office of one of them: "Foreign minister"."""
    role = phrase.role
    noun = _singular(phrase.head)
    title = Title(role and f"{role.removesuffix(role.split()[-1])}{_singular(role.split()[-1])}", _nouns(noun), True)
    yield Evidence(EvidenceKind.TITLE, person.id, phrase.span, title)
    yield Evidence(EvidenceKind.PERSON, person.id, phrase.span)


def office_of_its_country(name: PersonName, discourse: Discourse) -> RolePhrase | None:
    """That of "the foreign ministers of Peru and Poland" before "Poland's Jan Kos"."""
    place = discourse.annotations.place_at(name.with_honorific - len("’s ") - 1)
    start = max(0, name.with_honorific - len("’s "))
    if place is None or POSSESSIVE.search(discourse.text, start, name.with_honorific) is None:
        return None
    index = bisect_left(discourse.phrases.starts, name.start)
    for phrase in reversed(discourse.phrases.phrases[max(0, index - BACK) : index]):
        if phrase.is_office and phrase.plural and set(place.codes) <= _countries(phrase, discourse):
            return phrase
    return None


def _countries(phrase: RolePhrase, discourse: Discourse) -> frozenset[str]:
    """Those of "the foreign ministers of France, Germany and Poland", which goes on beyond the phrase."""
    places = discourse.annotations.places_in(phrase.start, phrase.end + REACH)
    inside = [place for place in places if place.span.start < phrase.end]
    for left, right in pairwise(places[max(0, len(inside) - 1) :] if inside else ()):
        if not are_joined_states(left, right, discourse.text):
            break
        inside.append(right)
    return frozenset(code for place in inside for code in place.codes)


def _singular(noun: str) -> str:
    return f"{noun.removesuffix('ies')}y" if noun.endswith("ies") else noun.removesuffix("s")


def _nouns(noun: str) -> frozenset[str]:
    return frozenset((SYNONYMS.get(noun, noun),))
