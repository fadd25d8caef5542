"""The words and phrases of a query without operators, with their places: to write it again without one of them."""

from __future__ import annotations

from dataclasses import dataclass

from search.errors import QueryError
from search.language.lexer import Kind, lexemes


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or a phrase without its quotation marks; it stands between these code points of the query."""

    text: str
    start: int
    end: int
    phrase: bool = False


def pieces(q: str) -> tuple[Piece, ...]:
    """None where there is any operator, or a fault."""
    try:
        found = list(lexemes(q))
    except QueryError:
        return ()
    if any(each.kind not in (Kind.WORD, Kind.PHRASE) for each in found):
        return ()
    return tuple(
        Piece(
            each.text,
            each.position,
            each.position + len(each.text) + 2 * (each.kind is Kind.PHRASE),
            each.kind is Kind.PHRASE,
        )
        for each in found
    )


def instead(q: str, start: int, end: int, text: str = "") -> str:
    """The query with this text in place of what stands between these code points."""
    return " ".join(f"{q[:start]} {text} {q[end:]}".split())
