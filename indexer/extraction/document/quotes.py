"""Quotation marks of all kinds, paired: where somebody's own words begin and end.

Texts mix kinds, nest them, forget one, and open each paragraph of a long quote without closing the one before. A mark's
neighbours tell more than its shape: many outlets print ” at both ends, and ’ is an apostrophe first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.extraction.document.lines import trimmed
from indexer.extraction.document.unclosed import end_by_attribution
from indexer.extraction.document.words import has_word
from indexer.extraction.model.document import Quote
from schemas.statement import Span

# What opens and closes, by what a text calls the same kind of quotation.
DOUBLE, SINGLE, GUILLEMET, ANGLE = "double", "single", "guillemet", "angle"
FAMILY = {
    **dict.fromkeys(["“", "”", "„", "‟", '"', "＂", "``", "''"], DOUBLE),
    **dict.fromkeys(["‘", "’", "‚", "‛", "'", "`"], SINGLE),
    **dict.fromkeys(["«", "»", "<<", ">>"], GUILLEMET),
    **dict.fromkeys(["‹", "›"], ANGLE),
}
MARK = re.compile(r"``|''|<<|>>|[“”„‟\"＂‘’‚‛'`«»‹›]")
ONLY_OPENS = frozenset({"“", "„", "‘", "‚", "‛", "«", "‹", "<<", "``", "`"})
ONLY_CLOSES = frozenset({"”", "»", "›", ">>"})
OPENS_AFTER = frozenset("([{<—–-―…/:|*_")  # beside whitespace and other marks
CLOSED_BY = frozenset(".,!?…;:—–")
OPENS_NOTHING = frozenset(",;:!?")  # behind a mark
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: str
    opens: bool
    closes: bool


def quotes_of(text: str, paragraphs: Sequence[Span]) -> list[tuple[Quote, ...]]:
    """The outermost quotes of each paragraph, in order; takes time in proportion to the paragraphs' length."""
    found: list[tuple[Quote, ...]] = []
    carried: str | None = None  # the family that the paragraph before left open
    for at, paragraph in enumerate(paragraphs):
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        quotes, left_open = _in_paragraph(text, paragraph, carried, following)
        found.append(tuple(quotes))
        carried = left_open
    return found


def _in_paragraph(
    text: str, paragraph: Span, carried: str | None, following: Span | None
) -> tuple[list[Quote], str | None]:
    marks = list(_marks(text, paragraph))
    if carried is not None and not (marks and marks[0].start == paragraph.start):
        # The paragraph before ended inside a quote that this one does not open again: it runs to where it closes.
        start = _Mark(paragraph.start, paragraph.start, carried, opens=True, closes=False)
        marks.insert(0, start)
    pairs, unclosed = _paired(text, _with_ends(text, paragraph, marks, following))
    quotes = [quote for opening, closing in pairs if (quote := _quote(text, opening, closing)) is not None]
    if unclosed is None:
        return quotes, None
    goes_on = following is not None and _goes_on(text, following, unclosed.family)
    begins = unclosed.start == paragraph.start or _introduced(text, unclosed.start)
    inner = trimmed(text, unclosed.end, paragraph.end)
    if inner is None or not has_word(inner.of(text)) or not (goes_on or begins):
        return quotes, None
    quotes = [quote for quote in quotes if quote.outer.end <= unclosed.start]
    quotes.append(Quote(Span(unclosed.start, paragraph.end), inner, closed=False, continued=goes_on))
    return quotes, unclosed.family if goes_on else None


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    for found in MARK.finditer(text, paragraph.start, paragraph.end):
        mark, family = found[0], FAMILY[found[0]]
        before = text[found.start() - 1] if found.start() > paragraph.start else " "
        after = text[found.end()] if found.end() < paragraph.end else " "
        open_side = before.isspace() or before in OPENS_AFTER or before in FAMILY
        if before.isspace() and (after.isspace() or after in OPENS_NOTHING) and family != SINGLE:
            # Set off as by a tokenizer: what is open tells.
            yield _Mark(found.start(), found.end(), family, mark not in ONLY_CLOSES, mark not in ONLY_OPENS)
            continue
        opens = open_side and not after.isspace() and (mark not in ONLY_CLOSES or before.isspace())
        spaced = before.isspace() and text[found.start() - 2 : found.start() - 1] in FAMILY  # “… ‘Fine,’ ” she said
        closes = (not before.isspace() or spaced) and not (after.isalnum() and before.isalnum())
        if family == SINGLE:
            year = text[found.end() : found.end() + 2].isdigit()  # ’90s
            opens = opens and mark != "’" and not year and (after.isalnum() or after in FAMILY or after in "[($")
            closes = closes and not after.isalnum()
        if mark in ONLY_OPENS:
            # Some type “ at both ends.
            opens, closes = opens or (not after.isspace() and family != SINGLE), closes and not after.isalnum()
        if opens or closes:
            yield _Mark(found.start(), found.end(), family, opens, closes)


def _with_ends(text: str, paragraph: Span, marks: Sequence[_Mark], following: Span | None) -> list[_Mark]:
    """The marks, and one without width where a sentence's own attribution ends a quote that no mark ends."""
    doubles = [mark for mark in marks if mark.family == DOUBLE]
    behind = [*doubles[1:], None]
    ends = [_end_of(text, paragraph, mark, later, following) for mark, later in zip(doubles, behind, strict=False)]
    return sorted([*marks, *filter(None, ends)], key=lambda mark: mark.start)


def _end_of(text: str, paragraph: Span, mark: _Mark, behind: _Mark | None, following: Span | None) -> _Mark | None:
    """The end that a quote has by its attribution; `behind` is the next mark of the paragraph, if there is one."""
    if not mark.opens or mark.start == mark.end or (behind is not None and (behind.closes or not behind.opens)):
        return None
    goes_on = behind is None and following is not None and _goes_on(text, following, DOUBLE)
    if goes_on and following is not None and MARK.match(text, following.start) is None:
        return None  # the next paragraph closes it
    limit = paragraph.end if behind is None else behind.start
    end = end_by_attribution(text, paragraph, Span(mark.start, mark.end), limit, goes_on)
    return None if end is None else _Mark(end, end, DOUBLE, opens=False, closes=True)


def _paired(text: str, marks: Sequence[_Mark]) -> tuple[list[tuple[_Mark, _Mark]], _Mark | None]:
    """The outermost pairs, and the outermost mark that nothing closes."""
    pairs: list[tuple[_Mark, _Mark]] = []
    stack: list[_Mark] = []
    for at, mark in enumerate(marks):
        depth = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].family == mark.family), None)
        if depth is not None and mark.closes and not _apostrophe(text, marks, at):
            del stack[depth + 1 :]
            opening = stack.pop()
            if not stack:
                pairs.append((opening, mark))
        elif mark.opens and len(stack) < DEEPEST:
            if depth is not None:
                del stack[depth:]  # the same kind opens again: the one before was never closed
            stack.append(mark)
    doubles = [mark for mark in stack if mark.family != SINGLE]
    if stack and stack[0].family == SINGLE:
        # An apostrophe that opened nothing (’90s) must not hide the quotes after it.
        again, unclosed = _paired(text, [m for m in marks if m.start > stack[0].start and m.family != SINGLE])
        return pairs + again, unclosed
    return pairs, doubles[0] if doubles else None


def _apostrophe(text: str, marks: Sequence[_Mark], at: int) -> bool:
    """Whether a single mark that might close is the plural's apostrophe ("the ministers’ plan")."""
    mark = marks[at]
    if mark.family != SINGLE or text[mark.start - 1] in CLOSED_BY or text[mark.start - 1] in FAMILY:
        return False
    if text[mark.start - 1] not in "sSzx" or text[mark.end : mark.end + 1] != " ":
        return False
    # Another single mark closes later, before any opens: then this one is the apostrophe.
    for later in marks[at + 1 : at + 8]:
        if later.family == SINGLE:
            return later.closes and not later.opens
    return False


def _goes_on(text: str, following: Span, family: str) -> bool:
    first = MARK.match(text, following.start)
    if first is not None:
        return FAMILY[first[0]] == family
    if family == SINGLE:
        return False
    for mark in _marks(text, following):
        if mark.family == family:
            return mark.closes and not mark.opens
    return False


def _introduced(text: str, at: int) -> bool:
    return text[max(0, at - 4) : at].rstrip().endswith((",", ":"))


def _quote(text: str, opening: _Mark, closing: _Mark) -> Quote | None:
    inner = trimmed(text, opening.end, closing.start)
    if inner is None or not has_word(inner.of(text)):
        return None
    return Quote(Span(opening.start, closing.end), inner)
