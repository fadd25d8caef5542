"""What matched in a text, as HTML: escaped pieces of it in which <mark> is the only tag."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from schemas.statement import Span

WHOLE = 400  # characters: a text up to this length is given whole
AROUND = 100  # characters on either side of a match, at most
FRAGMENTS = 3
CUT = "…"


def fragments(text: str, marks: Sequence[Span]) -> list[str]:
    """The text whole if it is short, else up to three fragments of it; none where nothing in it matched."""
    if not marks:
        return []
    if len(text) <= WHOLE:
        return [marked(text, Span(0, len(text)), marks)]
    return [marked(text, piece, marks) for piece in windows(text, marks)]


def windows(text: str, marks: Sequence[Span]) -> list[Span]:
    """The first fragments, each around the first mark that none before it holds."""
    pieces: list[Span] = []
    for mark in marks:
        shown = pieces[-1][1] if pieces else 0
        if mark[1] > shown and len(pieces) < FRAGMENTS:
            pieces.append(window(text, mark, shown))
    return pieces


def window(text: str, mark: Span, earliest: int) -> Span:
    """The mark with whole words around it, not before `earliest` unless the mark itself begins there."""
    start, end = max(earliest, mark[0] - AROUND), min(len(text), mark[1] + AROUND)
    if start > earliest:
        space = text.find(" ", start - 1, mark[0])
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", mark[1], end + 1)
        end = space if space >= 0 else end
    return Span(min(start, mark[0]), end)


def marked(text: str, piece: Span, marks: Sequence[Span]) -> str:
    start, end = piece
    parts = [CUT if start > 0 else ""]
    at = start
    for first, last in marks:
        if start <= first and last <= end:
            parts += [escape(text[at:first], quote=False), "<mark>", escape(text[first:last], quote=False), "</mark>"]
            at = last
    return "".join([*parts, escape(text[at:end], quote=False), CUT if end < len(text) else ""])
