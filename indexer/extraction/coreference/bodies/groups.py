"""Several speakers at once: "France, Germany and Italy", "both governments", "the two ministers"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from indexer.extraction.coreference.bodies.state_groups import StateGroup, any_joined
from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.lang.en.coreference_patterns import NUMBERS, SEVERAL, STATES_THEMSELVES, TWO_PEOPLE, listed
from indexer.extraction.model.annotation import Annotations
from indexer.extraction.model.coreference import Allegiance, Body, Entity, Evidence, EvidenceKind, Person
from schemas.statement import Span

FEW = 20  # such groups that wait for their names
BACK = 40  # mentions in which the two ministers are looked for


def is_several(mention: Span, annotations: Annotations) -> bool:
    """Whether the mention names several states, or "both" of some."""
    words = mention.of(annotations.text)
    places = annotations.places_in(*mention)
    if len(annotations.countries_in(*mention)) > 1:
        return any_joined(places, annotations.text)
    match = SEVERAL.fullmatch(words)
    if places or annotations.organisations_in(*mention):
        return False  # "the United Nations", "the United States"
    return match is not None and (match["number"] is not None or words.lower().startswith(("the ", "these ")))


def several(mention: Span, discourse: Discourse) -> Entity:
    """Those whom the mention names, or else the group of that number named in full last."""
    words = mention.of(discourse.text)
    codes = discourse.annotations.countries_in(*mention)
    identity = f"group:{mention.start}"
    if len(codes) > 1:
        return Body(identity, words, mention.start, countries=codes, plural=True)
    match = SEVERAL.fullmatch(words)
    number = NUMBERS.get((match["number"] or "").lower(), 0) if match else 0
    known = discourse.entities.group_of(number)
    if known is not None:
        return discourse.entities[known]
    group = _named_together(mention.start, discourse.state_groups.get(number, ()))
    if group is None:
        return Body(identity, words, mention.start, plural=True, awaits_name=True)
    are_named = len(group.names) == number and group.position < mention.start and STATES_THEMSELVES.search(words)
    name = listed(group.names) if are_named else words
    return Body(identity, name, mention.start, countries=group.countries, plural=True, awaits_name=True)


def states_before(words: Span, discourse: Discourse) -> Entity | None:
    """The states side by side with which the sentence before begins: "Peru and Chile met. They said"."""
    at = discourse.sentence_at(words.start) - 1
    if at < 1:
        return None
    begin, end = discourse.sentence_starts[at - 1], discourse.sentence_starts[at]
    first = next(iter(discourse.annotations.places_in(begin, end)), None)
    opens = first is not None and discourse.text[begin : first.span.start] in ("", "The ")
    groups = [group for group in discourse.state_groups.get(0, ()) if begin <= group.position < end and group.names]
    if not opens or len(groups) != 1 or len(discourse.annotations.countries_in(begin, end)) > len(groups[0].countries):
        return None
    group = groups[0]
    return Body(f"group:{words.start}", listed(group.names), words.start, countries=group.countries, plural=True)


def _named_together(position: int, groups: Sequence[StateGroup]) -> StateGroup | None:
    """The countries last named side by side before `position`, else the first after it."""
    before = bisect_left(groups, position, key=lambda group: group.position)
    return groups[max(0, before - 1)] if groups else None


def same_groups(group: Entity, mention: Span, discourse: Discourse) -> Iterator[Evidence]:
    """ "Three capitals" in a headline are those that are named later."""
    if group.awaits_name or group.first != mention.start:
        return
    for unnamed in islice(discourse.entities.groups_awaiting_names(), FEW):
        if unnamed.countries == group.countries:
            yield Evidence(EvidenceKind.SAME_AS, unnamed.id, mention, group.id)


def two_people(group: Entity, mention: Span, discourse: Discourse) -> Iterator[Evidence]:
    """ "The two ministers" are those last named, where no two countries were named side by side."""
    if group.countries or not TWO_PEOPLE.search(discourse.text, *mention):
        return
    codes: frozenset[str] = frozenset()
    for _, person in discourse.recent(BACK):
        if isinstance(person, Person) and person.countries and not person.countries & codes:
            codes |= person.countries
            yield Evidence(EvidenceKind.COUNTRY, group.id, mention, Allegiance(person.countries))
        if len(codes) > 1:
            break
