"""The text of an article as it is read: what a typesetter put between and into words is told from words here alone.

Spaces of every kind are plain ones; soft hyphens and characters without width are left out; a line that was broken to
fit a width goes on behind one space, or at once where a soft hyphen breaks a word. Paragraphs keep lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from indexer.extraction.document.lines import LINE_END, paragraph_spans, trimmed
from indexer.extraction.model.document import Origins
from schemas.statement import Span

SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
INVISIBLE = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"
BLANKS = " \t"
BETWEEN_OR_WITHIN = re.compile(
    rf"\u00ad\s*(?:{LINE_END.pattern})\s*|(?P<wrap>(?:{LINE_END.pattern})\s*)|[{INVISIBLE}]+"
)


class PlainText(NamedTuple):
    """`paragraphs` are in `text`, whose characters come from `origins` in the text as received."""

    text: str
    paragraphs: Sequence[Span]
    origins: Origins


def plain_text(received: str) -> PlainText:
    """Takes time in proportion to the text."""
    spaced = SPACE.sub(" ", received)
    paragraphs = list(paragraph_spans(spaced))
    gaps = [gap for paragraph in paragraphs for gap in BETWEEN_OR_WITHIN.finditer(spaced, *paragraph)]
    if not gaps:
        return PlainText(spaced, paragraphs, Origins((0,), (0,)))
    pieces: list[str] = []
    starts, origins = [0], [0]
    length = at = 0
    for gap in gaps:
        piece = spaced[at : gap.start()]
        if gap["wrap"]:
            piece = f"{piece.rstrip(BLANKS)} "
        pieces.append(piece)
        length, at = length + len(piece), gap.end()
        starts.append(length)
        origins.append(at)
    pieces.append(spaced[at:])
    found = Origins(tuple(starts), tuple(origins))
    text = "".join(pieces)
    spans = (trimmed(text, found.back(start), found.back(end)) for start, end in paragraphs)
    return PlainText(text, [span for span in spans if span is not None], found)


def plain_line(received: str) -> str:
    """A text of one line, such as a title."""
    return re.sub(f"[{INVISIBLE}]+", "", SPACE.sub(" ", received))
