"""Where a text matches a query.

One highlighter for both engines, over the texts of a page or of an export: it reads the query's tree and analyses the
text as it was indexed, so a span stands exactly where the match is, whole words always, phrases and compounds as one.
"""

from __future__ import annotations

from collections.abc import Collection

from schemas.parts import places_of_parts
from schemas.statement import Span, Statement
from search.highlights.matching import Analysed, Range
from search.language import Node, positive
from search.language.tree import Leaf


def highlight(tree: Node | None, text: str) -> tuple[Span, ...]:
    """In order, none overlapping another; in code points of the text."""
    return marked(frozenset(positive(tree)), text)


def marked(leaves: Collection[Leaf], text: str) -> tuple[Span, ...]:
    if not leaves:
        return ()
    found = Analysed(text)
    return tuple(merged([span for leaf in leaves for span in found.spans(leaf)]))


def highlight_parts(leaves: Collection[Leaf], statement: Statement) -> tuple[Span, ...]:
    """As `highlight`, where the leaves of a query's tree stand in the statement's text: in each part by itself, for
    nothing matches across two.
    """
    if len(statement.parts) < 2:
        return marked(leaves, statement.text)
    return tuple(
        Span(place.start + start, place.start + end)
        for place in places_of_parts(statement)
        for start, end in marked(leaves, place.of(statement.text))
    )


def merged(ranges: list[Range]) -> list[Span]:
    """In order, those that overlap made one."""
    result: list[Span] = []
    for start, end in sorted(ranges):
        if result and start < result[-1].end:
            result[-1] = Span(result[-1].start, max(end, result[-1].end))
        else:
            result.append(Span(start, end))
    return result
