"""Where an article and its paragraphs are set: whose offices they are that it names without their country."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.extraction.coreference.offices.phrase_index import PhraseIndex
from indexer.extraction.coreference.speakers.home import home, of_dateline
from indexer.extraction.coreference.speakers.locations import Locations
from indexer.extraction.lang.en.place_patterns import CLUES
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import Annotations, ToponymKind
from indexer.extraction.model.document import Document
from schemas.statement import Span

DEPARTMENTS = word_list("departments")
OTHERS_TOO = frozenset({"Senator", "Senators", "Congress"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`home` is the country that the article is written from, `named` are those in it, `locations` one a paragraph.

    `departments` are the countries whose foreign ministry or minister, say, the article names, by the words for them.
    """

    annotations: Annotations
    phrases: PhraseIndex
    home: frozenset[str]
    named: frozenset[str]
    paragraph_starts: Sequence[int]
    sentence_starts: Sequence[int]
    locations: Sequence[Locations]
    departments: Mapping[str, frozenset[str]]

    def of_department(self, words: Iterable[str]) -> frozenset[str]:
        """The only country of which the article names an office or a body for what one of `words` says, lower case."""
        told = {self.departments[word] for word in words if word in self.departments}
        return next(iter(told)) if len(told) == 1 and all(len(codes) == 1 for codes in told) else frozenset()

    def at(self, position: int) -> frozenset[str]:
        """The country of a government at hand, else the home; none in a sentence that is set in a town elsewhere."""
        begin, _ = self._sentence(position)
        elsewhere = self._is_set_elsewhere(begin, position)
        return self.government_at(position) or (frozenset() if elsewhere else self.home)

    def government_at(self, position: int) -> frozenset[str]:
        """The country of a government that acts in the paragraph."""
        paragraph = max(0, bisect_right(self.paragraph_starts, position) - 1)
        return self.locations[paragraph].codes(position, self._sentence(position), self.annotations.text)

    def _sentence(self, position: int) -> Span:
        after = bisect_right(self.sentence_starts, position)
        begin = self.sentence_starts[max(0, after - 1)]
        return Span(begin, next(iter(self.sentence_starts[after : after + 1]), len(self.annotations.text)))

    def _is_set_elsewhere(self, begin: int, end: int) -> bool:
        """ "In Warsaw, the minister said", in an article from Oslo."""
        places = self.annotations.places_in(begin, end)
        towns = (place for place in places if place.kind is ToponymKind.CAPITAL and not place.stands)
        return any(self.home.isdisjoint(town.codes) for town in towns)


def surroundings(document: Document, annotations: Annotations) -> Surroundings:
    text = document.text
    paragraph_starts = [paragraph.span.start for paragraph in document.paragraphs]
    sentence_starts = [sentence.start for sentence in document.sentences]
    named = frozenset(code for place in annotations.places for code in place.codes)
    phrases = PhraseIndex.of(text, annotations.role_phrases)
    locations = [
        Locations.of(annotations, phrases, Span(start, end), sentence_starts)
        for start, end in pairwise([*paragraph_starts, len(text)])
    ]
    american = frozenset(("US",)) if "US" not in named and _is_american(document, annotations, named) else frozenset()
    departments = _departments(annotations)
    return Surroundings(
        annotations,
        phrases,
        home(document, annotations, named),
        named | american,
        paragraph_starts,
        sentence_starts,
        locations,
        departments,
    )


def _is_american(document: Document, annotations: Annotations, named: frozenset[str]) -> bool:
    """By words of its own; senators are others' too, below the dateline of another state."""
    clues = {found[0] for found in CLUES["US"].finditer(document.text)}
    return bool(clues - OTHERS_TOO) or bool(clues and not of_dateline(document, annotations, named))


def _departments(annotations: Annotations) -> Mapping[str, frozenset[str]]:
    """Told by bodies and those who speak for them: "Thai Foreign Minister Jan Kos" may be whom a speaker met.

    Only those of the state whose office or body is named first: another may be the one that it answers.
    """
    first = next((frozenset(phrase.codes) for phrase in annotations.role_phrases if phrase.codes), frozenset[str]())
    found = defaultdict[str, frozenset[str]](frozenset)
    for phrase in (each for each in annotations.role_phrases if not each.is_office or each.organisation):
        for word in phrase.words & DEPARTMENTS:
            found[word] |= frozenset(phrase.codes)
    return {word: codes for word, codes in found.items() if codes and codes == first}
