"""An article's text with what is already known of it, by position."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.extraction.annotation.organisations import NamedOrganisation, find_organisations
from indexer.extraction.annotation.places import Place
from indexer.extraction.document.words import Word, words_of


@dataclass(frozen=True, slots=True)
class Annotations:
    """Words, places and organisations are in the order of the text; look-ups take the logarithm of their number."""

    text: str
    words: Sequence[Word]
    starts: Sequence[int]
    places: Sequence[Place]
    place_starts: Sequence[int]
    organisations: Sequence[NamedOrganisation]
    organisation_starts: Sequence[int]

    @classmethod
    def of(cls, text: str, places: Sequence[Place]) -> Annotations:
        words = words_of(text)
        organisations = find_organisations(text)
        return cls(
            text,
            words,
            [word.start for word in words],
            places,
            [place.span.start for place in places],
            organisations,
            [each.start for each in organisations],
        )

    def places_in(self, start: int, end: int) -> Sequence[Place]:
        return self.places[bisect_left(self.place_starts, start) : bisect_left(self.place_starts, end)]

    def organisations_in(self, start: int, end: int) -> Sequence[NamedOrganisation]:
        first = bisect_left(self.organisation_starts, start)
        return self.organisations[first : bisect_left(self.organisation_starts, end)]

    def place_at(self, position: int) -> Place | None:
        index = bisect_right(self.place_starts, position) - 1
        return self.places[index] if index >= 0 and position < self.places[index].span.end else None

    def organisation_at(self, position: int) -> NamedOrganisation | None:
        index = bisect_right(self.organisation_starts, position) - 1
        return self.organisations[index] if index >= 0 and position < self.organisations[index].end else None

    def words_in(self, start: int, end: int) -> range:
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def adjacent(self, left: int) -> bool:
        """Whether only a blank lies between the word and the next."""
        return self.text[self.words[left].end : self.words[left + 1].start] in (" ", "\u00a0")

    def following(self, index: int) -> str:
        """The next word in lower case, "" after a mark or at the end."""
        return self.words[index + 1].low if index + 1 < len(self.words) and self.adjacent(index) else ""
