"""Where an article and its paragraphs are set: whose offices they are that it names without their country."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.extraction.annotation.places.toponyms import find_places
from indexer.extraction.coreference.offices.phrase_index import PhraseIndex
from indexer.extraction.coreference.speakers.locations import Locations
from indexer.extraction.document.layout import OPENING
from indexer.extraction.document.words import runs
from indexer.extraction.lang.cues import cues
from indexer.extraction.lang.en.place_patterns import CLUES
from indexer.extraction.lang.en.role_nouns import BODIES, OFFICES
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import Annotations, Place, ToponymKind
from indexer.extraction.model.document import Document
from schemas.statement import Span

DEPARTMENTS = word_list("departments")
WORDS_OF_AN_OFFICE = 3  # behind a demonym up to the noun: "Dutch prime minister"
REACH = 40  # characters behind a title's first place in which its office or verb stands


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
        paragraph = max(0, bisect_right(self.paragraph_starts, position) - 1)
        sentence = bisect_right(self.sentence_starts, position)
        begin = self.sentence_starts[max(0, sentence - 1)]
        close = next(iter(self.sentence_starts[sentence : sentence + 1]), len(self.annotations.text))
        told = self.locations[paragraph].codes(position, Span(begin, close), self.annotations.text)
        return told or (frozenset() if self._is_set_elsewhere(begin, position) else self.home)

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
    american = frozenset(("US",)) if "US" not in named and CLUES["US"].search(text) else frozenset[str]()
    home = _home(document, annotations, named)
    departments = _departments(annotations)
    return Surroundings(
        annotations, phrases, home, named | american, paragraph_starts, sentence_starts, locations, departments
    )


def _departments(annotations: Annotations) -> Mapping[str, frozenset[str]]:
    """Told by bodies and those who speak for them: "Thai Foreign Minister Jan Kos" may be whom a speaker met."""
    found = defaultdict[str, frozenset[str]](frozenset)
    for phrase in (each for each in annotations.role_phrases if not each.is_office or each.organisation):
        for word in phrase.words & DEPARTMENTS:
            found[word] |= frozenset(phrase.codes)
    return {word: codes for word, codes in found.items() if codes}


def _home(document: Document, annotations: Annotations, named: frozenset[str]) -> frozenset[str]:
    """The country of the dateline, else of whoever acts in the title, else the only one, if its government is named.

    Else that of the outlet's name, if the text names it.
    """
    for place in annotations.places_in(0, OPENING):
        opens = place.span.start == 0 or annotations.text[place.span.start - 1] == "\n"
        if place.kind is ToponymKind.CAPITAL and not place.stands and opens:
            return frozenset(place.codes)
    only = named if len(named) == 1 and _is_governed(annotations) else frozenset()
    outlet = frozenset(code for place in find_places(document.source) for code in place.codes)
    return _acting_in(document.title, annotations.title_places) or only or outlet & named


def _is_governed(annotations: Annotations) -> bool:
    """Whether a house or a body of a state is named."""
    bodies = (phrase for phrase in annotations.role_phrases if not phrase.is_office and not phrase.nobody)
    return any(place.kind is ToponymKind.SEAT for place in annotations.places) or any(body.codes for body in bodies)


def _acting_in(title: str, places: Sequence[Place]) -> frozenset[str]:
    """ "Oslo rejects the offer", "Oslo to buy trains", "Dutch minister resigns": whose a title begins with."""
    first = places[0] if places and places[0].span.start == 0 else None
    following = (
        [word.lower() for word in runs(title[first.span.end : first.span.end + REACH])] if first is not None else []
    )
    if first is None or not following:
        return frozenset()
    if first.kind is ToponymKind.DEMONYM:
        acts = any(word in OFFICES or word in BODIES for word in following[:WORDS_OF_AN_OFFICE])
    else:
        acts = following[0] == "to" or following[0] in cues()
    return frozenset(first.codes) if acts else frozenset()
