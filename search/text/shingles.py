"""What tells that two articles carry the same text, worked out from each alone.

A text is the set of its shingles: every three folded words that follow each other. A MinHash signature keeps, for each
of many hash functions, the least hash of any shingle; two texts agree in each with the probability that is the share of
their common shingles in all of both (Broder 1997). Bands of ROWS of these, hashed together, are words to look up by:
texts that share most of their shingles nearly always share a band, and others hardly ever (locality-sensitive hashing;
Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, chapter 3). Outlets cut wire copy from its end, so the lead has
bands of its own: a quarter of a text is found by them, which the bands of the whole would miss.

What stands before the text does not count: the header of a dump, and the headline where the text begins with it.
"""

from __future__ import annotations

import hashlib
import itertools
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, reduce

import numpy as np
from numpy.typing import NDArray

from schemas.article import Article
from search.text.analysis import words

WIDTH = 3  # words of a shingle
FEWEST_WORDS = 20  # with fewer, a text is known by all of its words alone
COMPARED = 120_000  # characters, from the beginning: more than news has
LEAD_WORDS = 100
# Minima that a band is made of, and bands. Of 100 pairs of texts with 6 of 10 shingles in common 99 share a band, with
# 5 of them 87, with 3 of them 23; of 10,000 pairs with one of 20 in common 2 do.
ROWS, BANDS = 4, 32
LEAD_BANDS = 8
BAND_BYTES = 4  # as each is written, in hexadecimal
AT_ONCE = 2_000  # shingles, whose hashes are in memory together: 3 MB

LONGEST_LINE = 300  # characters of a headline, or of a line of a header: a longer one is prose
HEADER = re.compile(r"[A-Z][\w-]*: .+")  # as dumps begin: "Categories: …", "Source: …"

Hashes = NDArray[np.uint64]


def odd(*shape: int) -> Hashes:
    """Random odd numbers, the same for ever, of which no two calls for different shapes share any."""
    size = 8 * int(np.prod(shape))
    drawn = np.frombuffer(hashlib.shake_128(f"shingles {shape}".encode()).digest(size), "<u8")
    return drawn.astype(np.uint64).reshape(shape) | np.uint64(1)


WORD_FACTORS = odd(WIDTH)
FACTORS = odd(ROWS * (BANDS + LEAD_BANDS))
BAND_FACTORS = odd(BANDS + LEAD_BANDS, ROWS)  # each band's own, so that equal rows in another place are none of its


@dataclass(frozen=True)
class Shingled:
    """What is worked out from an article's text, once it is asked for."""

    text: str

    @classmethod
    def of(cls, article: Article) -> Shingled:
        return cls(body(article.text, article.title) or article.text)

    @cached_property
    def words(self) -> Sequence[str]:
        return words(self.text)

    @cached_property
    def fingerprint(self) -> str:
        """Equal for the same words in the same order, whatever their case, accents, spaces and punctuation: hex.

        A text without a word is known by its signs.
        """
        known_by = " ".join(self.words) or self.text.strip()
        return hashlib.blake2b(known_by.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    @cached_property
    def hashes(self) -> Hashes:
        """Of its shingles, in the order of the text; none of a text with too few words."""
        found = self.words if len(self.text) <= COMPARED else words(self.text[:COMPARED])
        if len(found) < FEWEST_WORDS:
            return np.empty(0, np.uint64)
        each = np.fromiter(map(zlib.crc32, map(str.encode, found)), np.uint64, len(found))
        count = len(each) - WIDTH + 1
        joined = np.zeros(count, np.uint64)
        for place, factor in enumerate(WORD_FACTORS):
            joined += each[place : place + count] * factor
        return mixed(joined)

    @cached_property
    def shingles(self) -> Hashes:
        """Each once, in order."""
        return np.unique(self.hashes)

    @cached_property
    def bands(self) -> tuple[str, ...]:
        """To look up what shares most of its shingles, or of those of its lead."""
        if not len(self.hashes):
            return ()
        split = ROWS * BANDS
        least = [minima(self.hashes, FACTORS[:split]), minima(self.hashes[:LEAD_WORDS], FACTORS[split:])]
        rows = np.concatenate(least).reshape(-1, ROWS)
        bands = mixed((rows * BAND_FACTORS).sum(axis=1, dtype=np.uint64)) >> np.uint64(64 - 8 * BAND_BYTES)
        return tuple(bands.astype(f">u{BAND_BYTES}").tobytes().hex(" ", BAND_BYTES).split())

    def share(self, other: Shingled) -> float:
        """Of the distinct shingles of the one that has fewer, how many the other has too: 0 to 1."""
        fewest = min(len(self.shingles), len(other.shingles))
        if not fewest:
            return 0.0
        return len(np.intersect1d(self.shingles, other.shingles, assume_unique=True)) / fewest


def body(text: str, title: str) -> str:
    """The text from its first line on that is neither header nor headline."""
    passed_over = ("", plain(title))

    def is_before(line: str) -> bool:
        short = len(line) <= LONGEST_LINE
        return short and (plain(line) in passed_over or HEADER.fullmatch(line.strip()) is not None)

    return text[sum(map(len, itertools.takewhile(is_before, text.splitlines(keepends=True)))) :]


def plain(line: str) -> str:
    return " ".join(line.casefold().split())


def minima(hashes: Hashes, factors: Hashes) -> Hashes:
    """For each factor the least of these hashes times it."""
    parts = (hashes[first : first + AT_ONCE, np.newaxis] * factors for first in range(0, len(hashes), AT_ONCE))
    return reduce(np.minimum, (part.min(axis=0) for part in parts))


def mixed(values: Hashes) -> Hashes:
    """Each bit of each value spread over all: the finaliser of SplitMix64 (Steele, Lea, Flood 2014)."""
    values = (values ^ values >> np.uint64(30)) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ values >> np.uint64(27)) * np.uint64(0x94D049BB133111EB)
    return values ^ values >> np.uint64(31)
