"""Finds every name of a country or territory in a text, and says whether it stands for it there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.extraction.annotation.disambiguation import Reading, is_part_of_a_person
from indexer.extraction.annotation.gazetteer import TOPONYM_WORD, Toponym, names_by_first_word, plain
from indexer.extraction.annotation.metonymy import acts
from indexer.extraction.model.annotation import Place, ToponymKind
from schemas.statement import Span

JOIN = re.compile(r"[ \-–’'&.]{1,3}|, |\n", re.ASCII)
SHOUTED = (
    4  # letters from which a word in capitals is looked up as an ordinary one: "KYIV", but not "US" or "OMAN"'s "OM"
)


@dataclass(frozen=True, slots=True)
class _Found:
    first: int  # index of the first and of the word after the last
    after: int
    name: Toponym


def find_places(text: str) -> tuple[Place, ...]:
    """All names of places in the order of the text; time grows with its length."""
    words = [(match.start(), match.end(), match[0]) for match in TOPONYM_WORD.finditer(text)]
    found = _look_up(text, words)
    reading = Reading.of(text, [each.name for each in found])
    places: list[Place] = []
    taken = {index for each in found for index in range(each.first, each.after)}
    for each in found:
        start, end = words[each.first][0], words[each.after - 1][1]
        codes = reading.codes(each.name, text, start, end)
        if not codes and not each.name.territories:
            continue
        if is_part_of_a_person(text, words, each.first, each.after, taken, reading, codes):
            continue
        stands = each.name.kind is not ToponymKind.CAPITAL or acts(text, start, end, places)
        places.append(Place(Span(start, end), each.name.kind, codes, each.name.territories, stands))
    return tuple(places)


def _look_up(text: str, words: list[tuple[int, int, str]]) -> list[_Found]:
    names = names_by_first_word()
    found: list[_Found] = []
    after = 0
    for index in [index for index, (_, _, word) in enumerate(words) if not word.islower()]:
        if index < after:
            continue
        word = plain(words[index][2])
        for name in names.get(word) or (word.isupper() and len(word) >= SHOUTED and names.get(word.title())) or ():
            if _matches(text, words, index, name):
                after = index + len(name.words)
                found.append(_Found(index, after, name))
                break
    return found


def _matches(text: str, words: list[tuple[int, int, str]], index: int, name: Toponym) -> bool:
    if index + len(name.words) > len(words):
        return False
    shouted = words[index][2].isupper() and len(words[index][2]) >= SHOUTED
    for offset, wanted in enumerate(name.words[1:], 1):
        start, _, word = words[index + offset]
        word = plain(word)
        if word != wanted and not (shouted and word == wanted.upper()):
            return False
        if not JOIN.fullmatch(text, words[index + offset - 1][1], start):
            return False
    return True
