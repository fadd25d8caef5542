"""Several speakers at once: "France, Germany and Italy", "both governments", "the two delegations"."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left

from indexer.extraction.coreference.entities import Entity, Sort
from indexer.extraction.model.annotation import Annotations, Place, ToponymKind
from schemas.statement import Span

SEVERAL = re.compile(
    r"(?:(?:the|these|those|all|its) )?(?P<number>two|three|four|five|six|seven|both|many|several)?"
    r"(?: of (?:the|them))? ?(?:\w+ )?"
    r"(?P<noun>governments|delegations|countries|capitals|sides|parties|neighbours|neighbors|states|ministers|leaders|nations"
    r"|presidents|allies|foreign ministers)",
    re.IGNORECASE,
)
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
LINK = re.compile(r"(?:, and |, | and |, as well as | as well as | & )(?:the )?|-|–")
FEW = 20  # such groups that wait for their names


class Groups:
    def __init__(self, annotations: Annotations) -> None:
        self.annotations = annotations
        self._last: dict[int, Entity] = {}  # named in full, by the number of countries; 0 for any
        self._unnamed: list[Entity] = []  # "three capitals" in a headline, before they are named
        self._groups: dict[int, list[tuple[int, set[str]]]] = {}  # by the number of countries; 0 for any

    def is_one(self, mention: Span) -> bool:
        """Whether the mention names several states, or "both" of some."""
        words = mention.of(self.annotations.text)
        places = self.annotations.places_in(*mention)
        if len({code for place in places for code in place.codes}) > 1:
            return any(
                LINK.fullmatch(self.annotations.text[a.span.end : b.span.start]) for a, b in itertools.pairwise(places)
            )
        match = SEVERAL.fullmatch(words)
        if places or self.annotations.organisations_in(*mention):
            return False  # "the United Nations", "the United States"
        return match is not None and (match["number"] is not None or words.lower().startswith(("the ", "these ")))

    def widened(self, mention: Span) -> Span:
        """ "The United Kingdom" in "France, Germany and the United Kingdom said": all of them. So for the first."""
        words = self.annotations.words_in(*mention)
        place = self.annotations.place_at(self.annotations.words[words.stop - 1].start) if words else None
        if place is None or place.kind not in (ToponymKind.NAME, ToponymKind.CAPITAL):
            return mention
        if mention.of(self.annotations.text).removeprefix("the ") != place.span.of(self.annotations.text):
            return mention
        places = self.annotations.places
        first = last = bisect_left(self.annotations.place_starts, place.span.start)
        while first and self._are_side_by_side(places[first - 1], places[first]):
            first -= 1
        while last + 1 < len(places) and self._are_side_by_side(places[last], places[last + 1]):
            last += 1
        if first == last:
            return mention
        return Span(min(mention.start, places[first].span.start), max(mention.end, places[last].span.end))

    def _are_side_by_side(self, left: Place, right: Place) -> bool:
        between = self.annotations.text[left.span.end : right.span.start]
        return (
            left.kind in (ToponymKind.NAME, ToponymKind.CAPITAL)
            and left.stands
            and LINK.fullmatch(between) is not None
            and between not in "-–"
        )

    def entity(self, mention: Span) -> Entity:
        words = mention.of(self.annotations.text)
        codes = {code for place in self.annotations.places_in(*mention) for code in place.codes}
        if len(codes) > 1:
            entity = Entity(Sort.BODY, words, mention.start, codes=codes, plural=True)
            self._last[len(codes)] = self._last[0] = entity
            for unnamed in self._unnamed:
                if unnamed.codes == codes and unnamed.same is None:
                    unnamed.same = entity
            return entity
        match = SEVERAL.fullmatch(words)
        number = NUMBERS.get((match["number"] or "").lower(), 0) if match else 0
        if number in self._last:
            return self._last[number]
        entity = Entity(Sort.BODY, words, mention.start, codes=self._side_by_side(mention.start, number), plural=True)
        if len(self._unnamed) < FEW:
            self._unnamed.append(entity)
        return entity

    def _side_by_side(self, position: int, number: int) -> set[str]:
        """The countries last named side by side before `position`, else the first after it."""
        if number not in self._groups:
            if 0 not in self._groups:
                self._groups[0] = self._all_groups()
            self._groups[number] = [group for group in self._groups[0] if number in (0, len(group[1]))]
        groups = self._groups[number]
        before = bisect_left(groups, position, key=lambda group: group[0])
        return set(groups[max(0, before - 1)][1]) if groups else set()

    def _all_groups(self) -> list[tuple[int, set[str]]]:
        groups: list[tuple[int, set[str]]] = []
        places = [place for place in self.annotations.places if place.codes]
        run: set[str] = set()
        for left, right in itertools.pairwise(places):
            if LINK.fullmatch(self.annotations.text[left.span.end : right.span.start]):
                run = run | set(left.codes) | set(right.codes)
                continue
            if len(run) > 1:
                groups.append((left.span.start, run))
            run = set()
        return [*groups, (places[-1].span.start, run)] if len(run) > 1 else groups
