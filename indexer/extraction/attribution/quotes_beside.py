"""The folded quotes that stand beside a cue, with no other cue between, and what they are only a part of."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from indexer.extraction.attribution.cue_phrase import is_cue, last_word
from indexer.extraction.attribution.shapes import Content, TokenRange
from indexer.extraction.attribution.tokens import FINITE
from indexer.extraction.lang.cues import Takes, cues
from indexer.extraction.model.attribution import Rule

LEADS_TO_A_NAME = frozenset({"IN", "DT", "PRP$", "POS", "JJ", "NN", "NNP", "CC"})
INTRODUCES = frozenset({",", ":", "—", "–", "-", "that"})


def quotes_beside(token: Token, folds: Sequence[TokenRange]) -> tuple[TokenRange, ...]:
    """Of the folds that no cue has yet, the last before the cue and the first behind it."""
    before = next((fold for fold in reversed(folds) if fold.end <= token.i), None)
    behind = next((fold for fold in folds if fold.start > token.i), None)
    if before is not None and (_has_cue(token.doc, before.end, token.i) or not stands_apart(token.doc, before)):
        before = None
    if behind is not None and (
        _has_cue(token.doc, token.i + 1, behind.start) or not _leads(token, behind, alone=before is None)
    ):
        behind = None
    return tuple(fold for fold in (before, behind) if fold is not None)


def stands_apart(doc: Doc, fold: TokenRange) -> bool:
    """Whether no word leads to it: "on “The Morning Hour,” Ilk said" names a show."""
    return fold.start == 0 or doc[fold.start - 1].tag_ not in LEADS_TO_A_NAME or doc[fold.start - 1].lower_ == "that"


def quote_and_tail(verb: Token, phrase: TokenRange, fold: TokenRange) -> Content | None:
    """The quote with what goes on behind it before the cue: "“A road older than ours” built in May, he said"."""
    doc = verb.doc
    end = (phrase.start if phrase.start >= fold.end else verb.i) - 1  # a folded quote may be taken for the subject
    tail = doc[fold.end : end]
    if fold.start > 0 or not tail or not (doc[end].text == "," or doc[end].is_quote) or verb.tag_ not in FINITE:
        return None
    if tail[0].tag_ not in {"VBN", "IN"} or any(token.text == "," or is_cue(token) for token in tail[1:]):
        return None
    return Content((TokenRange(0, end),), Rule.CUE_AT_END)


def _has_cue(doc: Doc, start: int, end: int) -> bool:
    return any(token.tag_.startswith("VB") and _may_quote(token) for token in doc[start:end])


def _may_quote(token: Token) -> bool:
    entries = (entry for entry in cues().get(token.lower_, ()) if entry.takes & {Takes.QUOTE, Takes.BESIDE})
    return any(last_word(token, entry) is not None for entry in entries)


def _leads(token: Token, fold: TokenRange, *, alone: bool) -> bool:
    """Whether the cue leads to the quote behind it; where there is one before it too, only with a mark between."""
    before = token.doc[fold.start - 1]
    return alone or before.i == token.i or before.text in INTRODUCES
