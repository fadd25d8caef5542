"""Marks what matched, in HTML: escaped text in which <mark> is the only tag.

One highlighter for both engines, over the texts of a page or of an export: it reads the query's tree and analyses the
text as it was indexed, so a mark stands exactly where the match is, whole words always, phrases and compounds as one.
"""

from __future__ import annotations

from html import escape

from search.highlights.matching import Analysed, Range
from search.language import Node, positive

WHOLE = 400  # characters: a text up to this length is given whole
AROUND = 100  # characters on either side of a match, at most
FRAGMENTS = 3
CUT = "…"


def highlight(tree: Node | None, text: str) -> tuple[str, ...]:
    """The text whole if it is short, else up to three fragments of it; () where nothing in it matched."""
    leaves = set(positive(tree))
    if not leaves:
        return ()
    found = Analysed(text)
    marks = merged([span for leaf in leaves for span in found.spans(leaf)])
    if not marks:
        return ()
    if len(text) <= WHOLE:
        return (marked(text, (0, len(text)), marks),)
    return tuple(marked(text, piece, marks) for piece in windows(text, marks))


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
