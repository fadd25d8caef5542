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
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

WORD_LENGTH = 100  # characters of a folded word that count: Elasticsearch splits words of more than 255
BASIC_PLANE = 0x10000
MARKS = "".join(c for c in map(chr, range(BASIC_PLANE)) if unicodedata.category(c) in ("Mn", "Mc", "Me"))
INVISIBLE = "\u00ad\u200c\u200d\u2060"  # soft hyphen, joiners: they stand within words and are no part of them
LETTER = rf"[^\W\d_][{MARKS}]*"
WORD = re.compile(rf"(?<!\w){LETTER}(?:\.{LETTER})+(?!\w)\.?|[^\W_]+(?:[{MARKS}{INVISIBLE}]+[^\W_]*)*")
APOSTROPHES = "'’‘ʼ＇`´"

_to_ascii = TextAnalyzerBuilder(Tokenizer.raw()).filter(Filter.ascii_fold()).build()
_to_stem = TextAnalyzerBuilder(Tokenizer.raw()).filter(Filter.stemmer("english")).build()


class Token(NamedTuple):
    """A folded word and where it stands: `[start, end)` in code points. `stem` is "" for a possessive "s"."""

    word: str
    stem: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    for match in WORD.finditer(text):
        word, stemmed = forms(match[0])
        if not word:
            continue
        start, end = match.span()
        possessive = word == "s" and start >= 2 and text[start - 1] in APOSTROPHES and text[start - 2].isalnum()
        yield Token(word, "" if possessive else stemmed, start, end)


class Searched(NamedTuple):
    """A text as an engine is given it: its stems and its words, separated by spaces."""

    stems: str
    words: str


def searched(text: str) -> Searched:
    """The same words as `tokens`, at a third of the cost, for it does not look where they stand."""
    found = [forms(word) for word in WORD.findall(text)]
    if ("s", "s") in found:  # a possessive one, perhaps
        found = [(token.word, token.stem) for token in tokens(text)]
    return Searched(" ".join([stem for _, stem in found if stem]), " ".join([word for word, _ in found if word]))


searched_name = lru_cache(maxsize=1 << 16)(searched)  # of names and roles, which come again and again


def words(text: str) -> list[str]:
    """Every word, folded: for phrases and names."""
    return [word for word in map(fold, WORD.findall(text)) if word]


def stems(text: str) -> list[str]:
    """The stem of every word that has one."""
    return searched(text).stems.split()


@lru_cache(maxsize=1 << 16)
def forms(word: str) -> tuple[str, str]:
    """The folded word and its stem."""
    folded = fold(word)
    return folded, stem(folded) if folded else ""


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c) and c not in INVISIBLE)
    (plain,) = _to_ascii.analyze(unicodedata.normalize("NFKC", bare)) or ("",)
    return sys.intern("".join(plain.lower().replace(".", "").split())[:WORD_LENGTH])


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    (stemmed,) = _to_stem.analyze(word) or ("",)
    return sys.intern(stemmed)
