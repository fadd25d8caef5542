"""Words joined of parts by apostrophes and hyphens, each of which is one word more: "O'Leary" is "oleary" too.

So whoever leaves the sign out finds the word, and the other way round. A possessive "s" is no part, and numbers alone
("10-15") are not joined. "al-Sa'di" is "alsadi", and "sadi" for what stands between hyphens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from search.text.analysis import APOSTROPHES, INVISIBLE, MARKS, fold, remembered, stem, words

HYPHENS = "\\-‐‑"  # escaped, for a class
MARKED = f"{MARKS}{INVISIBLE}"
# Possessive, and begun only where a word begins: else it would take quadratic time over a long word.
PART = rf"[^\W_]++(?:[{MARKED}]++[^\W_]*+)*+"
CHAIN = re.compile(rf"(?<![^\W_])(?<![{MARKED}]){PART}(?:[{HYPHENS}{APOSTROPHES}]{PART})++")
SIGNED = re.compile(rf"(?<!\S)[^\s{HYPHENS}{APOSTROPHES}]*+[{HYPHENS}{APOSTROPHES}]\S++")  # all that CHAIN may be in
PIECE = re.compile(PART)
SIGN = re.compile(f"[{HYPHENS}{APOSTROPHES}]")

Span = tuple[int, int]


class Compound(NamedTuple):
    """`word` is folded; it stands at `[start, end)` of the text."""

    word: str
    start: int
    end: int


def compounds(text: str) -> Iterator[Compound]:
    """The whole of each chain first, then what is joined by apostrophes alone within it."""
    if not SIGN.search(text):  # most texts, at a tenth of the cost
        return
    for token in SIGNED.finditer(text):
        begin = token.start()
        for word, start, end in within(token[0]):
            yield Compound(word, begin + start, begin + end)


@remembered
def within(text: str) -> tuple[Compound, ...]:
    return tuple(chained(text))


def chained(text: str) -> Iterator[Compound]:
    for chain in CHAIN.finditer(text):
        parts = [(chain.start() + part.start(), chain.start() + part.end()) for part in PIECE.finditer(chain[0])]
        if text[slice(*parts[-1])] in ("s", "S") and text[parts[-1][0] - 1] in APOSTROPHES:
            parts.pop()
        for group in dict.fromkeys((tuple(parts), *between_hyphens(text, parts))):
            pieces = [text[start:end] for start, end in group]
            if len(pieces) > 1 and not all(map(str.isdigit, pieces)):
                yield Compound(fold("".join(pieces)), group[0][0], group[-1][1])


def between_hyphens(text: str, parts: Iterable[Span]) -> Iterator[tuple[Span, ...]]:
    groups: list[list[Span]] = []
    for part in parts:
        if groups and text[part[0] - 1] in APOSTROPHES:
            groups[-1].append(part)
        else:
            groups.append([part])
    return map(tuple, groups)


@remembered
def joined_words(text: str) -> Sequence[str]:
    """Each once."""
    return tuple(dict.fromkeys(compound.word for compound in compounds(text) if compound.word))


def joined_stems(*texts: str) -> list[str]:
    """Each once."""
    return list(dict.fromkeys(stem(word) for text in texts for word in joined_words(text)))


def joined_stem(text: str) -> str:
    """The stem of a text that is one compound, "" of any other."""
    whole = next(compounds(text), None)
    if whole is None or words(text[: whole.start]) or words(text[whole.end :]) not in ([], ["s"]):
        return ""
    return stem(whole.word)


def name_forms(name: str) -> tuple[tuple[str, ...], ...]:
    """The words by which a name may be indexed, as it is written and with its compounds as one word; () of no name."""
    found = list(compounds(name))
    inner = [each for each in found if not set(HYPHENS[1:]).intersection(name[each.start : each.end])]
    wholes: list[Compound] = []
    for each in found:
        if not wholes or each.start >= wholes[-1].end:
            wholes.append(each)
    written = (tuple(words(replaced(name, some))) for some in ((), wholes, inner))
    return tuple(filter(None, dict.fromkeys(written)))


def replaced(text: str, some: Iterable[Compound]) -> str:
    for each in sorted(some, key=lambda compound: -compound.start):
        text = text[: each.start] + each.word + text[each.end :]
    return text
