"""Marks what matched, in HTML: escaped text in which <mark> is the only tag.

One highlighter for both engines, over the ≤ 100 texts of a page: it reads the query's tree and analyses the text as it
was indexed, so a mark stands exactly where the match is, whole words always, phrases and compounds as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import product

from rapidfuzz.distance.OSA import distance as edits_between

from search.analysis import Token, tokens
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
    found = list(tokens(text))
    marks = merged([span for leaf in leaves for span in spans(leaf, found)])
    if not marks:
        return ()
    if len(text) <= WHOLE:
        return (marked(text, (0, len(text)), marks),)
    return tuple(marked(text, piece, marks) for piece in windows(text, marks))


def spans(leaf: Leaf, found: Sequence[Token]) -> list[Range]:
    """Where the leaf matches, in code points."""
    match leaf:
        case Prefix(start):
            return [(token.start, token.end) for token in found if token.word.startswith(start)]
        case Fuzzy(word, edits):
            return [(token.start, token.end) for token in found if edits_between(token.word, word) <= edits]
        case Words():
            having = [token for token in found if token.stem]
            return [span(having, run) for run in runs(leaf, having)]
        case Phrase():
            return [span(found, run) for run in runs(leaf, found)]
        case Near(left, right, distance):
            counted = [token for token in found if token.stem or isinstance(left, Phrase)]
            pairs = product(runs(left, counted), runs(right, counted))
            near = {run for pair in pairs if 1 <= gap(*sorted(pair)) <= distance for run in pair}
            return [span(counted, run) for run in near]


def runs(leaf: Words | Phrase, found: Sequence[Token]) -> list[Range]:
    """Where its words stand next to each other: the places of the first and of the last among the tokens."""
    stemmed = isinstance(leaf, Words)
    wanted = leaf.stems if isinstance(leaf, Words) else leaf.words
    forms = [token.stem if stemmed else token.word for token in found]
    last = len(wanted) - 1
    starts = [i for i, form in enumerate(forms) if form == wanted[0] and tuple(forms[i : i + last + 1]) == wanted]
    return [(i, i + last) for i in starts]


def span(found: Sequence[Token], run: Range) -> Range:
    return found[run[0]].start, found[run[1]].end


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
