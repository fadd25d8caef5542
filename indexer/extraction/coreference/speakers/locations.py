"""Whose government a paragraph is about: the houses, governments and capitals that act in it, by their places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.extraction.coreference.offices.phrase_index import PhraseIndex
from indexer.extraction.lang.en.apposition_patterns import ARTICLE, SPOKEN_TO
from indexer.extraction.model.annotation import Annotations, Place, ToponymKind
from schemas.statement import Span

ARTICLE_REACH = 6  # characters in which the article of a sentence's first word ends
SPOKEN_REACH = 20  # characters before a house of state that tell that somebody spoke to it


@dataclass(frozen=True, slots=True)
class Government:
    """`start` is where it is named."""

    start: int
    countries: frozenset[str]


@dataclass(frozen=True, slots=True)
class Locations:
    """Each list is in the order of the text; a look-up takes the logarithm of their length.

    `seats` are houses of state, `acting` the governments that are the subjects of their sentences; `agreed` is how many
    of the first of these are of one country.
    """

    seats: Sequence[Place]
    acting: Sequence[Government]
    agreed: int

    @classmethod
    def of(
        cls, annotations: Annotations, phrases: PhraseIndex, paragraph: Span, sentence_starts: Sequence[int]
    ) -> Locations:
        named = annotations.places_in(*paragraph)
        first = bisect_left(sentence_starts, paragraph.start)
        last = bisect_left(sentence_starts, paragraph.end)
        sentences = pairwise([*sentence_starts[first:last], paragraph.end])
        acting = [
            government for start, end in sentences for government in _acting(annotations, phrases, Span(start, end))
        ]
        agreed = next(
            (n for n, government in enumerate(acting) if government.countries != acting[0].countries), len(acting)
        )
        return cls([place for place in named if place.kind is ToponymKind.SEAT and place.codes], acting, agreed)

    def codes(self, position: int, sentence: Span, text: str) -> frozenset[str]:
        """For whom somebody at `position` speaks in a sentence of `text`; none where that is not told."""
        before = bisect_left(self.seats, position, key=lambda place: place.span.start)
        for seat in self.seats[max(0, before - 1) : before + 1]:
            start = seat.span.start
            here = sentence.start <= start < sentence.end
            if here and (start < position or SPOKEN_TO.search(text, max(position, start - SPOKEN_REACH), start)):
                return frozenset(seat.codes)
        earlier = bisect_left(self.acting, sentence.start, key=lambda government: government.start)
        return self.acting[0].countries if 0 < earlier <= self.agreed else frozenset()


def _acting(annotations: Annotations, phrases: PhraseIndex, sentence: Span) -> Iterator[Government]:
    """The government with which a sentence begins: "Warsaw objected", "the Slovak parliament voted"."""
    opening = ARTICLE.match(annotations.text[sentence.start : min(sentence.start + ARTICLE_REACH, sentence.end)])
    start = sentence.start + (opening.end() if opening is not None else 0)
    phrase = phrases.beginning(sentence.start)
    place = annotations.place_at(start)
    if phrase is not None and not phrase.is_office and phrase.codes and not phrase.nobody:
        yield Government(start, frozenset(phrase.codes))
    elif (
        place is not None
        and place.codes
        and place.stands
        and place.kind is not ToponymKind.DEMONYM
        and annotations.text[place.span.end : place.span.end + 1] == " "
    ):
        yield Government(start, frozenset(place.codes))
