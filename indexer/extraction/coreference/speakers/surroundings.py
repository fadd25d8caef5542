"""Where an article and its paragraphs are set: whose offices they are that it names without their country."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.extraction.coreference.speakers.locations import Locations
from indexer.extraction.document.layout import OPENING
from indexer.extraction.lang.en.place_patterns import CLUES
from indexer.extraction.model.annotation import Annotations, ToponymKind
from indexer.extraction.model.document import Document


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`home` is the country that the article is written from, `named` are those in it, `locations` one a paragraph."""

    annotations: Annotations
    home: frozenset[str]
    named: frozenset[str]
    paragraph_starts: Sequence[int]
    sentence_starts: Sequence[int]
    locations: Sequence[Locations]

    def at(self, position: int) -> frozenset[str]:
        """The country of a house of state or of the town at hand, else where the paragraph is set, else the home."""
        paragraph = max(0, bisect_right(self.paragraph_starts, position) - 1)
        sentence = bisect_right(self.sentence_starts, position)
        begin = self.sentence_starts[max(0, sentence - 1)]
        close = next(iter(self.sentence_starts[sentence : sentence + 1]), len(self.annotations.text))
        return self.locations[paragraph].codes(position, begin, close) or self.home


def surroundings(document: Document, annotations: Annotations) -> Surroundings:
    text = document.text
    paragraph_starts = [paragraph.span.start for paragraph in document.paragraphs]
    sentence_starts = [sentence.start for sentence in document.sentences]
    named = frozenset(code for place in annotations.places for code in place.codes)
    locations = [
        Locations.of(text, start, annotations.places_in(start, end))
        for start, end in pairwise([*paragraph_starts, len(text)])
    ]
    american = frozenset(("US",)) if "US" not in named and CLUES["US"].search(text) else frozenset[str]()
    return Surroundings(
        annotations, _home(annotations, named), named | american, paragraph_starts, sentence_starts, locations
    )


def _home(annotations: Annotations, named: frozenset[str]) -> frozenset[str]:
    """The country of the dateline, else the first of the title, else the only one named."""
    for place in annotations.places_in(0, OPENING):
        opens = place.span.start == 0 or annotations.text[place.span.start - 1] == "\n"
        if place.kind is ToponymKind.CAPITAL and not place.stands and opens:
            return frozenset(place.codes)
    for place in annotations.title_places:
        if place.codes:
            return frozenset(place.codes)
    return named if len(named) == 1 else frozenset()
