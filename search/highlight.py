"""Marks what matched, in HTML: escaped text in which <mark> is the only tag.

One highlighter for both engines, over the ≤ 100 texts of a page: it reads the query's tree and analyses the text as it
was indexed, so a mark stands exactly where the match is, whole words always, phrases and compounds as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import product

from rapidfuzz.distance.OSA import distance as edits_between

from search.analysis import Located, located
from search.language import Fuzzy, Near, Node, Phrase, Prefix, Words, positive
from search.language.tree import Leaf

WHOLE = 400  # characters: a text up to this length is given whole
AROUND = 100  # characters on either side of a match, at most
FRAGMENTS = 3
CUT = "…"

Range = tuple[int, int]


def highlight(tree: Node | None, text: str) -> tuple[str, ...]:
    """The text whole if it is short, else up to three fragments of it; () where nothing in it matched."""
    leaves = set(positive(tree))
    if not leaves:
        return ()
    found = located(text)
    marks = merged([span for leaf in leaves for span in spans(leaf, found)])
    if not marks:
        return ()
    if len(text) <= WHOLE:
        return (marked(text, (0, len(text)), marks),)
    return tuple(marked(text, piece, marks) for piece in windows(text, marks))


def spans(leaf: Leaf, found: Located) -> list[Range]:
    """Where the leaf matches, in code points."""
    match leaf:
        case Prefix(start):
            runs_ = {(at, at) for at, word in enumerate(found.words) if word.startswith(start)}
        case Fuzzy(word, edits):
            runs_ = {(at, at) for at, each in enumerate(found.words) if edits_between(each, word) <= edits}
        case Words(wanted):
            runs_ = set(runs(wanted, *stemmed(found)))
        case Phrase(wanted):
            runs_ = set(runs(wanted, found.words, range(len(found.words))))
        case Near():
            runs_ = near(leaf, found)
    return [(found.places[first].start(), found.places[last].end()) for first, last in runs_]


def stemmed(found: Located) -> tuple[Sequence[str], Sequence[int]]:
    """The stems, without those of possessives, and which of the text's words have them."""
    if "" not in found.stems:
        return found.stems, range(len(found.stems))
    having = [at for at, stem in enumerate(found.stems) if stem]
    return [found.stems[at] for at in having], having


def runs(wanted: Sequence[str], forms: Sequence[str], of: Sequence[int]) -> list[Range]:
    """Where these stand next to each other: which words of the text are the first and the last of them."""
    last = len(wanted) - 1
    starts = [at for at, form in enumerate(forms) if form == wanted[0] and tuple(forms[at : at + last + 1]) == wanted]
    return [(of[start], of[start + last]) for start in starts]


def near(leaf: Near, found: Located) -> set[Range]:
    match leaf:
        case Near(Words(left), Words(right)):
            forms, of = stemmed(found)
        case Near(Phrase(left), Phrase(right)):
            forms, of = found.words, range(len(found.words))
        case _:
            raise AssertionError("the parser puts two of one kind together")
    places = range(len(forms))
    pairs = product(runs(left, forms, places), runs(right, forms, places))
    close = {run for pair in pairs if 1 <= gap(*sorted(pair)) <= leaf.distance for run in pair}
    return {(of[first], of[last]) for first, last in close}


def gap(earlier: Range, later: Range) -> int:
    """How many words behind the last of the earlier run the later one begins; none or less where they overlap."""
    return later[0] - earlier[1]


def merged(ranges: list[Range]) -> list[Range]:
    """In order, those that overlap made one."""
    result: list[Range] = []
    for start, end in sorted(ranges):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def windows(text: str, marks: list[Range]) -> list[Range]:
    """The first fragments, each around the first mark that none before it holds."""
    pieces: list[Range] = []
    for mark in marks:
        shown = pieces[-1][1] if pieces else 0
        if mark[1] > shown and len(pieces) < FRAGMENTS:
            pieces.append(window(text, mark, shown))
    return pieces


def window(text: str, mark: Range, earliest: int) -> Range:
    """The mark with whole words around it, not before `earliest` unless the mark itself begins there."""
    start, end = max(earliest, mark[0] - AROUND), min(len(text), mark[1] + AROUND)
    if start > earliest:
        space = text.find(" ", start - 1, mark[0])
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", mark[1], end + 1)
        end = space if space >= 0 else end
    return min(start, mark[0]), end


def marked(text: str, piece: Range, marks: list[Range]) -> str:
    start, end = piece
    parts = [CUT if start > 0 else ""]
    at = start
    for first, last in marks:
        if start <= first and last <= end:
            parts += [escape(text[at:first], quote=False), "<mark>", escape(text[first:last], quote=False), "</mark>"]
            at = last
    return "".join([*parts, escape(text[at:end], quote=False), CUT if end < len(text) else ""])
