"""A statement's text and its parts: one part a span, joined so that nobody takes for one run what was none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from schemas.statement import Span, Statement

CLAUSE = 5  # words; what has fewer says little by itself: "the charge", "having called"
WORD = re.compile(r"\w+(?:['’.-]\w+)*")
JOINT = " … "  # between two parts that something else stands between


def joined(parts: Sequence[str], interrupted: Iterable[bool]) -> str:
    """`interrupted` says for each part but the last whether something stands between it and the next one."""
    joints = (JOINT if apart else " " for apart in interrupted)
    return "".join([*parts[:1], *(piece for pair in zip(joints, parts[1:], strict=True) for piece in pair)])


def places_of_parts(statement: Statement) -> Iterator[Span]:
    """Where each part stands in the statement's text: all of it where no parts are told."""
    text, end = statement.text, 0
    for number, part in enumerate(statement.parts or (text,)):
        joint = 0 if number == 0 else len(JOINT) if text.startswith(f"{JOINT}{part}", end) else 1
        yield Span(end + joint, end + joint + len(part))
        end += joint + len(part)


def is_scrap(statement: Statement) -> bool:
    """Shorter than a clause."""
    return len(WORD.findall(statement.text)) < CLAUSE
