"""Which of several places a name means: Georgia or the state of that name, one Congo or the other; or a language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from indexer.extraction.annotation.places.gazetteer import Toponym
from indexer.extraction.annotation.places.surnames import PLACES_THAT_ARE_NAMES, is_a_surname
from indexer.extraction.lang.en.place_patterns import CLUES, LANGUAGE_AFTER, LANGUAGE_BEFORE, NO_NOUN, OTHER_CONGO
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import ToponymKind

TOLD_BY_THE_REST = word_list("told-by-the-rest")


@dataclass(frozen=True, slots=True)
class Disambiguation:
    """What the names of several places mean in one article, told by the rest of its words.

    `named` are the codes that it names in a way that leaves no doubt, `homonyms` the codes that names of one word mean
    here, `first_words` by each code those of the names that mean it, `surnames` words such as "Jordan" that somebody
    here has for a surname.
    """

    named: frozenset[str]
    homonyms: Mapping[str, tuple[str, ...]]
    first_words: Mapping[str, frozenset[str]]
    surnames: frozenset[str]

    def names_otherwise(self, word: str, codes: tuple[str, ...]) -> bool:
        """Whether the article names one of `codes` by another word: "Amman" beside "Jordan"."""
        return any(not self.first_words.get(code, frozenset()) <= {word} for code in codes)

    def codes(self, name: Toponym, text: str, start: int, end: int) -> tuple[str, ...]:
        """The codes that `name` means in this article; none if it means no country."""
        if name.doubtful:
            return tuple(code for code in name.codes if code in self.named)
        if len(name.words) == 1 and name.words[0] in self.homonyms:
            return self.homonyms[name.words[0]]
        if name.kind is ToponymKind.DEMONYM and is_language(text, start, end):
            return ()
        return name.codes


def disambiguate(text: str, found: Sequence[Toponym]) -> Disambiguation:
    """`found` are the names of places in the text, one for each that it has."""
    words = {name.words[0] for name in found}
    certain = [name for name in found if not name.doubtful and name.words[0] not in TOLD_BY_THE_REST]
    named = frozenset(code for name in certain for code in name.codes)
    first_words: dict[str, set[str]] = {}
    for name in found:
        for code in name.codes:
            first_words.setdefault(code, set()).add(name.words[0])
    return Disambiguation(
        named=named,
        homonyms=_homonyms(text, words, named),
        first_words={code: frozenset(first) for code, first in first_words.items()},
        surnames=frozenset(word for word in words & PLACES_THAT_ARE_NAMES if is_a_surname(text, word)),
    )


def _homonyms(text: str, words: AbstractSet[str], named: AbstractSet[str]) -> dict[str, tuple[str, ...]]:
    """What each of the names means that several places have; the American Georgia and Korea as a whole no country."""
    dominican: tuple[str, ...] = ("DM",) if "DM" in named and "DO" not in named else ("DO",)
    korea: tuple[str, ...] = ("KR",) if "KR" in named and "KP" not in named else ()
    meant = dict.fromkeys(("Dominican", "Dominicans"), dominican) | dict.fromkeys(("Korea", "Korean", "Koreans"), korea)
    if not words.isdisjoint(("Congo", "Congolese")):
        meant |= dict.fromkeys(("Congo", "Congolese"), ("CG",) if _is_the_other_congo(text) else ("CD",))
    if "Georgia" in words and len(CLUES["US"].findall(text)) > len(CLUES["GE"].findall(text)):
        meant["Georgia"] = ()
    return meant


def _is_the_other_congo(text: str) -> bool:
    if CLUES["CD"].search(text) is not None:
        return False
    return CLUES["CG"].search(text) is not None or OTHER_CONGO.search(text) is not None


def is_language(text: str, start: int, end: int) -> bool:
    """ "In French", "the Russian-language channel": a tongue and no country."""
    if LANGUAGE_AFTER.match(text, end):
        return True
    return bool(LANGUAGE_BEFORE.search(text, max(0, start - 12), start) and NO_NOUN.match(text, end))
