"""How text becomes words: one analysis, carried out here, for both engines, for queries and for highlighting.

The engines are given words ready made, separated by spaces, and only split at these. Lucene and tantivy disagree in
the last corners of their own filters (combining marks, dotted capital I, apostrophes, versions of the stemmer), and
whoever compares two engines finds exactly those corners; words made in one place can't differ.

A word is a run of letters, digits and the marks upon them; a dotted abbreviation is one word ("U.S." is "us"). It is
folded: case, accents, ligatures and forms of width don't count, and letters of the Latin script become plain ones
(ASCII folding with the table of Lucene and tantivy). A stem is the folded word through Snowball's English stemmer;
a possessive "s" has no stem.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache, wraps
from typing import NamedTuple, TypeVar

from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

WORD_LENGTH = 100  # characters of a folded word that count: Elasticsearch splits words of more than 255
BASIC_PLANE = 0x10000
MARKS = "".join(c for c in map(chr, range(BASIC_PLANE)) if unicodedata.category(c) in ("Mn", "Mc", "Me"))
INVISIBLE = "\u00ad\u200c\u200d\u2060"  # soft hyphen, joiners: they stand within words and are no part of them
LETTER = rf"[^\W\d_][{MARKS}]*"
UNDOTTED = re.compile(rf"[^\W_]+(?:[{MARKS}{INVISIBLE}]+[^\W_]*)*")
WORD = re.compile(rf"(?<!\w){LETTER}(?:\.{LETTER})+(?!\w)\.?|{UNDOTTED.pattern}")
DOTTED = re.compile(r"\.[^\W\d_]")
NOTHING = ("", "")  # the forms of what is no word when folded
APOSTROPHES = "'’‘ʼ＇`´"
KEPT = 1 << 16  # texts in a cache
LONGEST_KEPT = 100  # characters of each: so many of any length would be any amount of memory

Result = TypeVar("Result")

_to_ascii = TextAnalyzerBuilder(Tokenizer.raw()).filter(Filter.ascii_fold()).build()
_to_stem = TextAnalyzerBuilder(Tokenizer.raw()).filter(Filter.stemmer("english")).build()


def remembered(call: Callable[[str], Result]) -> Callable[[str], Result]:
    """Keeps what it gave of the short texts that it was given last; others are long, and seldom come again."""
    kept = lru_cache(maxsize=KEPT)(call)

    @wraps(call)
    def of(text: str) -> Result:
        return kept(text) if len(text) <= LONGEST_KEPT else call(text)

    return of


class Located(NamedTuple):
    """The words of a text, folded, with their stems ("" for a possessive "s") and where they stand."""

    words: list[str]
    stems: list[str]
    places: list[re.Match[str]]


def located(text: str) -> Located:
    places = list(word_pattern(text).finditer(text))
    found = forms([place[0] for place in places])
    if NOTHING in found:
        places = [place for place, each in zip(places, found, strict=True) if each != NOTHING]
        found = [each for each in found if each != NOTHING]
    words_, stems_ = [word for word, _ in found], [stem for _, stem in found]
    if "s" in words_:
        possessive = (at for at, word in enumerate(words_) if word == "s" and follows_apostrophe(text, places[at]))
        for at in possessive:
            stems_[at] = ""
    return Located(words_, stems_, places)


def follows_apostrophe(text: str, place: re.Match[str]) -> bool:
    start = place.start()
    return start >= 2 and text[start - 1] in APOSTROPHES and text[start - 2].isalnum()


def word_pattern(text: str) -> re.Pattern[str]:
    """The simpler one takes half the time, and finds the same where no dot stands before a letter."""
    return WORD if DOTTED.search(text) else UNDOTTED


class Searched(NamedTuple):
    """A text as an engine is given it: its stems and its words, separated by spaces."""

    stems: str
    words: str


def searched(text: str) -> Searched:
    """The words that `located` finds, at half the cost, for it does not look where they stand."""
    found = forms(word_pattern(text).findall(text))
    words_, stems_ = [word for word, _ in found], [stem for _, stem in found]
    if "s" in words_:  # a possessive one, perhaps
        words_, stems_, _ = located(text)
    return Searched(" ".join(filter(None, stems_)), " ".join(filter(None, words_)))


searched_name = remembered(searched)  # of names and roles, which come again and again


def words(text: str) -> list[str]:
    """Every word, folded: for phrases and names."""
    return [word for word in map(fold, word_pattern(text).findall(text)) if word]


def stems(text: str) -> list[str]:
    """The stem of every word that has one."""
    return searched(text).stems.split()


def forms(words_: Sequence[str]) -> list[tuple[str, str]]:
    """Of each the folded word and its stem."""
    if max(map(len, words_), default=0) <= LONGEST_KEPT:
        return list(map(_forms, words_))
    return [_forms(word) if len(word) <= LONGEST_KEPT else _forms.__wrapped__(word) for word in words_]


@lru_cache(maxsize=KEPT)
def _forms(word: str) -> tuple[str, str]:
    folded = fold(word)
    return folded, stem(folded) if folded else ""


@remembered
def fold(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c) and c not in INVISIBLE)
    (plain,) = _to_ascii.analyze(unicodedata.normalize("NFKC", bare)) or ("",)
    return sys.intern("".join(plain.lower().replace(".", "").split())[:WORD_LENGTH])


@lru_cache(maxsize=KEPT)
def stem(word: str) -> str:
    (stemmed,) = _to_stem.analyze(word) or ("",)
    return sys.intern(stemmed)
