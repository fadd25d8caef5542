"""Which of several places a name means: Georgia or the state of that name, one Congo or the other; or a language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.extraction.annotation.places.gazetteer import Toponym
from indexer.extraction.annotation.places.surnames import PLACES_THAT_ARE_NAMES, is_a_surname
from indexer.extraction.lang.en.places import CLUES, LANGUAGE_AFTER, LANGUAGE_BEFORE, NO_NOUN, OTHER_CONGO
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import ToponymKind

TOLD_BY_THE_REST = word_list("told-by-the-rest")


@dataclass(frozen=True, slots=True)
class Disambiguation:
    """What the names of several places mean in one article, told by the rest of its words.

    `named` are the codes that it names in a way that leaves no doubt, `by_word` codes by the first word of the names
    that mean them, `surnames` words such as "Jordan" that somebody here has for a surname.
    """

    named: frozenset[str]
    by_word: Mapping[str, frozenset[str]]
    surnames: frozenset[str]
    american_georgia: bool
    other_congo: bool

    def names_otherwise(self, word: str, codes: tuple[str, ...]) -> bool:
        """Whether the article names one of `codes` by another word: "Amman" beside "Jordan"."""
        return any(other != word and meant & set(codes) for other, meant in self.by_word.items())

    def codes(self, name: Toponym, text: str, start: int, end: int) -> tuple[str, ...]:
        """The codes that `name` means in this article; none if it means no country."""
        if name.doubtful:
            return tuple(code for code in name.codes if code in self.named)
        match name.words:
            case ("Georgia",):
                return () if self.american_georgia else name.codes
            case ("Congo",) | ("Congolese",):
                return ("CG",) if self.other_congo else ("CD",)
            case ("Dominican",) | ("Dominicans",):
                return ("DM",) if "DM" in self.named and "DO" not in self.named else ("DO",)
            case ("Korea",) | ("Korean",) | ("Koreans",):
                return ("KR",) if "KR" in self.named and "KP" not in self.named else ()
        if name.kind is ToponymKind.DEMONYM and is_language(text, start, end):
            return ()
        return name.codes


def disambiguate(text: str, found: Sequence[Toponym]) -> Disambiguation:
    """`found` are the names of places in the text, one for each that it has."""
    words = {name.words[0] for name in found}
    named = {
        code for name in found if not name.doubtful and name.words[0] not in TOLD_BY_THE_REST for code in name.codes
    }
    american = "Georgia" in words and len(CLUES["US"].findall(text)) > len(CLUES["GE"].findall(text))
    other_congo = not words.isdisjoint(("Congo", "Congolese")) and _is_the_other_congo(text)
    by_word: dict[str, set[str]] = {}
    for name in found:
        by_word.setdefault(name.words[0], set()).update(name.codes)
    surnames = frozenset(word for word in words & PLACES_THAT_ARE_NAMES if is_a_surname(text, word))
    frozen = {word: frozenset(codes) for word, codes in by_word.items()}
    return Disambiguation(frozenset(named), frozen, surnames, american, other_congo)


def _is_the_other_congo(text: str) -> bool:
    if CLUES["CD"].search(text) is not None:
        return False
    return CLUES["CG"].search(text) is not None or OTHER_CONGO.search(text) is not None


def is_language(text: str, start: int, end: int) -> bool:
    """ "In French", "the Russian-language channel": a tongue and no country."""
    if LANGUAGE_AFTER.match(text, end):
        return True
    return bool(LANGUAGE_BEFORE.search(text, max(0, start - 12), start) and NO_NOUN.match(text, end))
