"""Where a paragraph is set: the houses of state, the towns and the countries named in it, by their places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.extraction.document.layout import without_dateline
from indexer.extraction.lang.en.apposition_patterns import ARTICLE
from indexer.extraction.model.annotation import Place, ToponymKind
from schemas.statement import Span

DATELINE_REACH = 200  # characters in which a paragraph's dateline and the article of its first word end


@dataclass(frozen=True, slots=True)
class Locations:
    """Each list is in the order of the text; a look-up takes the logarithm of their length.

    `several` is how many of the first places name a single country together; `opens` says that the paragraph begins
    with its first place.
    """

    seats: Sequence[Place]
    towns: Sequence[Place]
    places: Sequence[Place]
    several: int
    opens: bool

    @classmethod
    def of(cls, text: str, start: int, named: Sequence[Place]) -> Locations:
        places = [place for place in named if place.codes and not _is_of_a_dateline(text, place)]
        codes: set[str] = set()
        several = 0
        for place in places:
            codes.update(place.codes)
            if len(codes) > 1:
                break
            several += 1
        return cls(
            seats=[place for place in places if place.kind is ToponymKind.SEAT],
            towns=[place for place in places if place.kind is ToponymKind.CAPITAL and not place.stands],
            places=places,
            several=several,
            opens=bool(places) and _is_opened_by(text, start, places[0]),
        )

    def codes(self, position: int, begin: int, close: int) -> frozenset[str]:
        """For whom somebody at `position` speaks, in a sentence of `[begin, close)`; none where that is not told."""
        seat = _before(self.seats, begin)
        if seat < len(self.seats) and self.seats[seat].span.start < close:
            return frozenset(self.seats[seat].codes)
        town = _before(self.towns, position)
        if town:
            return frozenset(self.towns[town - 1].codes)
        earlier = _before(self.places, begin)
        # "Chile's oil ministry said … Peru. The minister called …"
        return frozenset(self.places[0].codes) if earlier and (earlier <= self.several or self.opens) else frozenset()


def _before(places: Sequence[Place], position: int) -> int:
    return bisect_left(places, position, key=lambda place: place.span.start)


def _is_of_a_dateline(text: str, place: Place) -> bool:
    return place.kind is ToponymKind.CAPITAL and not place.stands and place.span.of(text).isupper()


def _is_opened_by(text: str, start: int, first: Place) -> bool:
    opening = text[start : min(first.span.start, start + DATELINE_REACH)]
    rest = ARTICLE.sub("", without_dateline(opening, Span(0, len(opening))).of(opening))
    return not rest and first.span.start <= start + DATELINE_REACH
