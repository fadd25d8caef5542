""" "The North" and "the South" where an article speaks of the two Koreas, and of no other state that is called so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.extraction.model.annotation import Place, ToponymKind
from schemas.statement import Span

SIDE = re.compile(r"\b[Tt]he (?P<side>North|South)(?!\w|-| [A-Z]| of\b)")
SIDES = {"North": "KP", "South": "KR"}
CALLED_SO_TOO = frozenset({"CY", "MK", "SD", "SS", "VN", "YE", "ZA"})


def sides(text: str, named: Sequence[Place]) -> Iterator[Place]:
    """Where the places that are `named` tell which."""
    codes = {code for place in named for code in place.codes}
    if "KP" not in codes or not codes.isdisjoint(CALLED_SO_TOO):
        return
    for match in SIDE.finditer(text):
        yield Place(Span(*match.span("side")), ToponymKind.SIDE, (SIDES[match["side"]],), ())
