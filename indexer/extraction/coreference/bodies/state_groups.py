"""States named side by side: "France, Germany and Italy"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from indexer.extraction.lang.en.coreference_patterns import JOINED_STATES
from indexer.extraction.model.annotation import Annotations, Place, ToponymKind
from schemas.statement import Span


@dataclass(frozen=True, slots=True)
class StateGroup:
    """`position` is where the last of the countries is named; `names` are theirs, none where a word for their people,
    or for one that was named before, is one of them.
    """

    position: int
    countries: frozenset[str]
    names: tuple[str, ...] = ()


def state_groups(annotations: Annotations) -> Mapping[int, Sequence[StateGroup]]:
    """All groups in the order of the text, by the number of countries; under 0 those of any number."""
    groups: dict[int, list[StateGroup]] = {0: []}
    places = [place for place in annotations.places if place.codes]
    together: list[Place] = []
    for left, right in zip_longest(places, places[1:]):
        together.append(left)
        if right is not None and are_joined_states(left, right, annotations.text):
            continue
        codes = frozenset(code for place in together for code in place.codes)
        if len(codes) > 1:
            group = StateGroup(left.span.start, codes, _names(together, annotations.text))
            groups[0].append(group)
            groups.setdefault(len(codes), []).append(group)
        together = []
    return groups


def _names(places: Sequence[Place], text: str) -> tuple[str, ...]:
    if any(place.kind is ToponymKind.DEMONYM for place in places):
        return ()
    return tuple(dict.fromkeys(place.span.of(text) for place in places))


def are_joined_states(left: Place, right: Place, text: str) -> bool:
    return JOINED_STATES.fullmatch(text, left.span.end, right.span.start) is not None


def any_joined(places: Sequence[Place], text: str) -> bool:
    return any(are_joined_states(left, right, text) for left, right in pairwise(places))


def widened(mention: Span, annotations: Annotations) -> Span:
    """ "The United Kingdom" in "France, Germany and the United Kingdom said": all of them. So for the first."""
    words = annotations.words_in(*mention)
    place = annotations.place_at(annotations.words[words.stop - 1].start) if words else None
    if place is None or place.kind not in (ToponymKind.NAME, ToponymKind.CAPITAL):
        return mention
    if mention.of(annotations.text).removeprefix("the ") != place.span.of(annotations.text):
        return mention
    places = annotations.places
    first = last = bisect_left(annotations.place_starts, place.span.start)
    while first and _are_side_by_side(places[first - 1], places[first], annotations.text):
        first -= 1
    while last + 1 < len(places) and _are_side_by_side(places[last], places[last + 1], annotations.text):
        last += 1
    if first == last:
        return mention
    return Span(min(mention.start, places[first].span.start), max(mention.end, places[last].span.end))


def _are_side_by_side(left: Place, right: Place, text: str) -> bool:
    if left.kind not in (ToponymKind.NAME, ToponymKind.CAPITAL) or not left.stands:
        return False
    return are_joined_states(left, right, text) and text[left.span.end : right.span.start] not in "-–"
