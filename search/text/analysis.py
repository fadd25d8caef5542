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
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache, wraps
from typing import NamedTuple, TypeVar

from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

WORD_LENGTH = 100  # characters of a folded word that count: Elasticsearch splits words of more than 255
BASIC_PLANE = 0x10000
MARKS = "".join(c for c in map(chr, range(BASIC_PLANE)) if unicodedata.category(c) in ("Mn", "Mc", "Me"))
INVISIBLE = "\u00ad\u200c\u200d\u2060"  # soft hyphen, joiners: they stand within words and are no part of them
LETTER = rf"[^\W\d_][{MARKS}]*"
UNDOTTED = re.compile(rf"[^\W_]+(?:[{MARKS}{INVISIBLE}]+[^\W_]*)*")
WORD = re.compile(rf"(?<!\w){LETTER}(?:\.{LETTER})+(?![\w{MARKS}])\.?|{UNDOTTED.pattern}")
DOTTED = re.compile(r"\.[^\W\d_]")
# What stands between words, of the characters that texts mostly have; where these are spaces, OTHER is what is left.
BETWEEN = {c: " " for c in range(0x3000) if not (chr(c).isalnum() or chr(c) in MARKS or chr(c) in INVISIBLE)}
OTHER = re.compile(r"[^\w ]")
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


class Forms(dict[str, str]):
    """A form of each word, made once; all are forgotten when they are many. Long words are not kept.

    A dict alone, for it is looked up for every word of every text, which `map` does without any of Python's own steps.
    """

    def __init__(self, make: Callable[[str], str]):
        super().__init__()
        self.make = make

    def __missing__(self, word: str) -> str:
        made = self.make(word)
        if len(word) <= LONGEST_KEPT:
            if len(self) >= KEPT:
                self.clear()
            self[word] = made
        return made


class Located:
    """The words of a text, folded, with their stems ("" for a possessive "s") and where they stand.

    Places are looked for when they are asked for: whoever finds nothing among the words needs none.
    """

    def __init__(self, text: str):
        self.text = text
        self.words = words(text)

    @cached_property
    def stems(self) -> list[str]:
        found = list(map(STEMS.__getitem__, self.words))
        if "s" in self.words:
            for at, word in enumerate(self.words):
                if word == "s" and follows_apostrophe(self.text, self.places[at]):
                    found[at] = ""
        return found

    @cached_property
    def places(self) -> list[re.Match[str]]:
        found = list(word_pattern(self.text).finditer(self.text))
        return found if len(found) == len(self.words) else [place for place in found if FOLDED[place[0]]]


def follows_apostrophe(text: str, place: re.Match[str]) -> bool:
    start = place.start()
    return start >= 2 and text[start - 1] in APOSTROPHES and text[start - 2].isalnum()


def word_pattern(text: str) -> re.Pattern[str]:
    """The simpler one takes half the time, and finds the same where no dot stands before a letter."""
    return WORD if DOTTED.search(text) else UNDOTTED


def folded_words(text: str) -> list[str]:
    """Of what `word_pattern` finds, "" for what is no word when folded. Most texts need only be split, which takes a
    fifth of the time, and ASCII need not be looked up.
    """
    if not DOTTED.search(text):
        spaced = text.translate(BETWEEN)
        if spaced.isascii():
            found = spaced.lower().split()
            if max(map(len, found), default=0) <= WORD_LENGTH:
                return found
        elif not OTHER.search(spaced):
            return list(map(FOLDED.__getitem__, spaced.split()))
    return list(map(FOLDED.__getitem__, word_pattern(text).findall(text)))


class Searched(NamedTuple):
    """A text as an engine is given it: its stems and its words, separated by spaces."""

    stems: str
    words: str


def searched(text: str) -> Searched:
    """The words that `Located` finds."""
    found = folded_words(text)
    words_ = joined(found)
    if " s " in f" {words_} ":  # a possessive one, perhaps
        exactly = Located(text)
        return Searched(joined(exactly.stems), joined(exactly.words))
    return Searched(joined(map(STEMS.__getitem__, found)), words_)


def joined(forms: Iterable[str]) -> str:
    """Those that there are: what is no word when folded has none."""
    text = " ".join(forms)
    return " ".join(text.split()) if "  " in f" {text} " else text


searched_name = remembered(searched)  # of names and roles, which come again and again


def words(text: str) -> list[str]:
    """Every word, folded: for phrases and names."""
    found = folded_words(text)
    return list(filter(None, found)) if "" in found else found


def stems(text: str) -> list[str]:
    """The stem of every word that has one."""
    return searched(text).stems.split()


def fold(word: str) -> str:
    return FOLDED[word]


def folded(word: str) -> str:
    if word.isascii() and word.isalnum():
        return sys.intern(word.lower()[:WORD_LENGTH])
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c) and c not in INVISIBLE)
    (plain,) = _to_ascii.analyze(unicodedata.normalize("NFKC", bare)) or ("",)
    return sys.intern("".join(plain.lower().replace(".", "").split())[:WORD_LENGTH])


def stem(word: str) -> str:
    """Of a folded word."""
    return STEMS[word]


def stemmed(word: str) -> str:
    (found,) = _to_stem.analyze(word) or ("",)
    return sys.intern(found)


FOLDED = Forms(folded)
STEMS = Forms(stemmed)
