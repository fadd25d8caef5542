"""Lines and paragraphs, as spans of the text exactly as received: lines that were broken to fit a width are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from indexer.extraction.lang.word_lists import word_list
from schemas.statement import Span

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
ENDED = re.compile(r"[.!?…:;。！？][\"'”’»›)\]*_]*$")
BULLET = re.compile(r"[-*•·–—>]\s|\d{1,3}[.)]\s")
LAST_WORD = re.compile(r"(?<!\S)[a-z]+$")
ENDS_NO_LINE = word_list("ends-no-line")
WIDEST = 130  # characters; no longer line was broken to fit a width
NARROWEST = 40
FARTHEST = 40  # characters from the end of one line to the next one, blanks included


def paragraph_spans(text: str) -> Iterator[Span]:
    """The lines that are not blank, those joined that were one; takes time in proportion to the text."""
    return unwrapped(text, [span for line in LINE.finditer(text) if (span := trimmed(text, *line.span())) is not None])


def unwrapped(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """The lines, those joined that were one before somebody broke it to fit a width."""
    joints = [_adjacent(text, line, following) for line, following in pairwise(lines)]
    width = _width(text, lines, joints)
    start = 0
    for at, line in enumerate(lines):
        if at < len(joints) and joints[at] and _broken(text, line, lines[at + 1], width):
            continue
        yield Span(lines[start].start, line.end)
        start = at + 1


def _adjacent(text: str, line: Span, following: Span) -> bool:
    """Whether no blank line parts them."""
    return following.start - line.end < FARTHEST and len(LINE_END.findall(text, line.end, following.start)) == 1


def _width(text: str, lines: Sequence[Span], joints: Sequence[bool]) -> int:
    """To how many characters the text was broken; 0 where its lines are paragraphs or entries of a list."""
    broken = [(line, following) for (line, following), joint in zip(pairwise(lines), joints, strict=True) if joint]
    width = max((line.end - line.start for line in lines if " " in line.of(text)), default=0)
    ended = sum(_ended(text, line) for line, _ in broken)
    full = sum(_full(text, line, following, width) for line, following in broken)
    fits = NARROWEST <= width <= WIDEST and 2 * ended < len(broken) and full > 0.7 * len(broken)
    return width if fits else 0


def _broken(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next line goes on with this one: in the midst of a sentence, or because the line was full."""
    if BULLET.match(text, *following):
        return False
    midst = text[following.start].islower() and not _ended(text, line)
    unfinished = LAST_WORD.search(text, max(line.start, line.end - 8), line.end)
    return (
        midst
        or (unfinished is not None and unfinished[0] in ENDS_NO_LINE)
        or (width > 0 and _full(text, line, following, width))
    )


def _full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next line's first word would not have fitted behind this one."""
    word = text[following.start : following.start + WIDEST].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) > 0.9 * width


def _ended(text: str, line: Span) -> bool:
    return ENDED.search(text, max(line.start, line.end - 8), line.end) is not None


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without the whitespace at its ends; None where nothing is left."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    return Span(start, end) if start < end else None
