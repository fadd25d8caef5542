"""The folded quotes that stand beside a cue, with no other cue between."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from indexer.extraction.attribution.shapes import TokenRange
from indexer.extraction.lang.cues import Takes, cues

INTRODUCES = frozenset({",", ":", "—", "–", "-", "that"})


def quotes_beside(token: Token, folds: Sequence[TokenRange]) -> tuple[TokenRange, ...]:
    """Of the folds that no cue has yet, the last before the cue and the first behind it."""
    before = next((fold for fold in reversed(folds) if fold.end <= token.i), None)
    behind = next((fold for fold in folds if fold.start > token.i), None)
    if before is not None and _has_cue(token.doc, before.end, token.i):
        before = None
    if behind is not None and (
        _has_cue(token.doc, token.i + 1, behind.start) or not _leads(token, behind, alone=before is None)
    ):
        behind = None
    return tuple(fold for fold in (before, behind) if fold is not None)


def _has_cue(doc: Doc, start: int, end: int) -> bool:
    return any(
        token.tag_.startswith("VB") and any(Takes.QUOTE in entry.takes for entry in cues().get(token.lower_, ()))
        for token in doc[start:end]
    )


def _leads(token: Token, fold: TokenRange, *, alone: bool) -> bool:
    """Whether the cue leads to the quote behind it; where there is one before it too, only with a mark between."""
    before = token.doc[fold.start - 1]
    return alone or before.i == token.i or before.text in INTRODUCES
