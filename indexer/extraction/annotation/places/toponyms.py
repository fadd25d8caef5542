"""Finds every name of a country or territory in a text, and says whether it stands for it there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.extraction.annotation.places.compass import sides
from indexer.extraction.annotation.places.disambiguation import disambiguate
from indexer.extraction.annotation.places.gazetteer import (
    Toponym,
    names_by_first_word,
    plain,
    toponym_words,
)
from indexer.extraction.annotation.places.metonymy import acts
from indexer.extraction.annotation.places.persons import is_part_of_a_person
from indexer.extraction.lang.en.place_patterns import IN_A_REGION, US_IN_CAPITALS
from indexer.extraction.model.annotation import Place, ToponymKind
from schemas.statement import Span

JOIN = re.compile(r"[ \-–’'&.]{1,3}|, |\n", re.ASCII)
AIRLINE = re.compile(r" (?:Airlines?|Airways|Air Lines)\b")  # "American Airlines": what is behind the country's name
# letters from which a word in capitals is looked up as an ordinary one: "KYIV", but not "US" or "OMAN"'s "OM"
SHOUTED = 4
LINE = 60  # characters before "US" that tell whether all is in capitals


@dataclass(frozen=True, slots=True)
class _Match:
    """`at` are the numbers of the words that `toponym` takes up."""

    at: range
    toponym: Toponym


def find_places(text: str) -> tuple[Place, ...]:
    """All names of places in the order of the text; time grows with its length."""
    words = toponym_words(text)
    matches = _look_up(text, words)
    meant = disambiguate(text, [match.toponym for match in matches])
    taken = {index for match in matches for index in match.at}
    places: list[Place] = []
    for match in matches:
        toponym, span = match.toponym, Span(words[match.at.start].start(), words[match.at.stop - 1].end())
        if _is_a_pronoun(text, span) or _is_a_town(toponym, text, span.end) or AIRLINE.match(text, span.end):
            continue
        codes = meant.codes(toponym, text, *span)
        if not codes and not toponym.territories:
            continue
        if is_part_of_a_person(text, words, match.at, taken, meant, codes):
            continue
        stands = toponym.kind is not ToponymKind.CAPITAL or acts(text, *span, places)
        places.append(Place(span, toponym.kind, codes, toponym.territories, stands))
    return tuple(sorted([*places, *sides(text, places)], key=lambda place: place.span))


def _is_a_pronoun(text: str, span: Span) -> bool:
    """ "US" in "THEY TOLD US SO"."""
    return span.of(text) == "US" and US_IN_CAPITALS.search(text, max(0, span.start - LINE), span.start) is not None


def _is_a_town(toponym: Toponym, text: str, end: int) -> bool:
    """ "Lebanon, Pennsylvania"."""
    return toponym.kind in (ToponymKind.NAME, ToponymKind.CAPITAL) and IN_A_REGION.match(text, end) is not None


def _look_up(text: str, words: Sequence[re.Match[str]]) -> list[_Match]:
    names = names_by_first_word()
    found: list[_Match] = []
    after = 0
    for index in [index for index, word in enumerate(words) if not word[0].islower()]:
        if index < after:
            continue
        word = plain(words[index][0])
        for toponym in names.get(word) or (_is_shouted(word) and names.get(word.title())) or ():
            if _matches(text, words, index, toponym):
                after = index + len(toponym.words)
                found.append(_Match(range(index, after), toponym))
                break
    return found


def _is_shouted(word: str) -> bool:
    return word.isupper() and len(word) >= SHOUTED


def _matches(text: str, words: Sequence[re.Match[str]], index: int, toponym: Toponym) -> bool:
    """Whether the words from the one at `index` on are those of the name, of which the first is known to be."""
    if index + len(toponym.words) > len(words):
        return False
    shouted = _is_shouted(words[index][0])
    for at, wanted in enumerate(toponym.words[1:], index + 1):
        word = plain(words[at][0])
        if word != wanted and not (shouted and word == wanted.upper()):
            return False
        if not JOIN.fullmatch(text, words[at - 1].end(), words[at].start()):
            return False
    return True
