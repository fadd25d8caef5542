"""The text of an article as it is read: what a typesetter put between and into words is told from words here alone.

Spaces of every kind are plain ones; soft hyphens and characters without width are left out; a line that was broken to
fit a width goes on behind one space, or at once where a soft hyphen breaks a word. Paragraphs keep lines of their own,
and get them back where they were run together.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from indexer.extraction.document.lines import LINE_END, paragraph_spans, trimmed
from indexer.extraction.document.run_together import Joint, joints
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


class _Gap(NamedTuple):
    """What is left out from `start` to `end`, and what stands for it; that has no blanks before it if it is a space."""

    start: int
    end: int
    instead: str = ""


def plain_text(received: str) -> PlainText:
    """Takes time in proportion to the text."""
    spaced = SPACE.sub(" ", received)
    paragraphs = list(paragraph_spans(spaced))
    breaks = joints(spaced, paragraphs)
    gaps = sorted([*_breaks_of_lines(spaced, paragraphs), *map(_lost_break, breaks)])
    if not gaps:
        return PlainText(spaced, paragraphs, Origins((0,), (0,)))
    pieces: list[str] = []
    starts, origins = [0], [0]
    length = at = 0
    for gap in gaps:
        piece = spaced[at : gap.start]
        if gap.instead:
            piece = f"{piece.rstrip(BLANKS)}{gap.instead}"
        pieces.append(piece)
        length, at = length + len(piece), gap.end
        starts.append(length)
        origins.append(at)
    pieces.append(spaced[at:])
    found = Origins(tuple(starts), tuple(origins))
    text = "".join(pieces)
    parted = _parted(paragraphs, [joint.at for joint in breaks if joint.of_paragraphs])
    spans = (trimmed(text, found.back(start), found.back(end)) for start, end in parted)
    return PlainText(text, [span for span in spans if span is not None], found)


def _breaks_of_lines(spaced: str, paragraphs: Iterable[Span]) -> Iterator[_Gap]:
    for paragraph in paragraphs:
        for gap in BETWEEN_OR_WITHIN.finditer(spaced, *paragraph):
            yield _Gap(gap.start(), gap.end(), " " if gap["wrap"] else "")


def _lost_break(joint: Joint) -> _Gap:
    return _Gap(joint.at, joint.at, "\n" if joint.of_paragraphs else " ")


def _parted(paragraphs: Iterable[Span], at: Sequence[int]) -> Iterator[Span]:
    """The paragraphs, each parted at the places within it, which are in the order of the text."""
    for start, end in paragraphs:
        inside = at[bisect_left(at, start) : bisect_left(at, end)]
        yield from (Span(*each) for each in pairwise([start, *inside, end]))


def plain_line(received: str) -> str:
    """A text of one line, such as a title."""
    return re.sub(f"[{INVISIBLE}]+", "", SPACE.sub(" ", received))
