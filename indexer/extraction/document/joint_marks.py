"""Whether quotation marks open or close where sentences were run together and no space tells: "north."We came".

Of all ways to read the marks of a paragraph the one is taken in which the fewest open within a quote or close none: the
cheapest path over two states, within a quote and outside (Viterbi's algorithm).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from schemas.statement import Span

MARK = re.compile('[“”„"]')
OPENS_AFTER = frozenset(" \t([{—–-:,/")
CLOSES_BEFORE = frozenset(" \t.,;:!?)]}—–-…/")
WRONG, UNLIKELY = 2, 1  # costs: it opens within a quote or closes none; it opens again a quote that goes on
NEVER = 1 << 30


class Mark(NamedTuple):
    """`opens` is None where its neighbours don't tell; where sentences meet, a quote that goes on may open again."""

    opens: bool | None
    at_joint: bool


def mark_at(text: str, paragraph: Span, at: int, at_joint: bool) -> Mark:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if text[at] != '"':
        return Mark(text[at] != "”" or before == " ", at_joint)
    if at_joint:
        return Mark(False if after == '"' else True if before == '"' else None, at_joint)
    if before in OPENS_AFTER and after not in CLOSES_BEFORE:
        return Mark(True, at_joint)
    return Mark(False if after in CLOSES_BEFORE else None, at_joint)


def read_marks(marks: Sequence[Mark]) -> list[bool]:
    """Whether each opens a quote."""
    outside, within = 0, NEVER
    came_from: list[tuple[bool, bool]] = []  # whether it was within a quote before, where the mark closes and opens
    for mark in marks:
        again = within + (UNLIKELY if mark.at_joint else WRONG)
        closing = min((within, True), (outside + WRONG, False))
        opening = min((outside, False), (again, True))
        came_from.append((closing[1], opening[1]))
        outside = NEVER if mark.opens is True else closing[0]
        within = NEVER if mark.opens is False else opening[0]
    state = within < outside
    read: list[bool] = []
    for closing_from, opening_from in reversed(came_from):
        read.append(state)
        state = opening_from if state else closing_from
    return read[::-1]
