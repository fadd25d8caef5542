"""What is left of a paragraph when somebody's whole sentences are folded away, sentence by sentence.

"“It rains. It pours,” she said" becomes "“This,” she said": the parser sees the sentence that reports, not the one
reported, which is faster and safer. Words quoted within a sentence ("the plan was “a farce”") stay, since they are a
part of its grammar.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from indexer.extraction.document.sentences import sentences_in
from indexer.extraction.document.words import TOKEN
from indexer.extraction.model.document import Fold, FoldedSentence, Origins, Quote
from schemas.statement import Span

LONG = 30  # words from which a quote is folded wherever it stands
INTRODUCED = re.compile(r"[,:]\s*$")
STOPS = frozenset(".!?")
WITHIN = "’'‘”\"» "  # closes a quote within a quote
ENDED = frozenset(".,!?…—–-")


class _Piece(NamedTuple):
    """A part of what is left, and where it comes from; `folded` is the quote that it stands for."""

    text: str
    origin: int
    folded: Quote | None = None


def folded_sentences(
    text: str, paragraph: int, content: Span, quotes: Sequence[Quote], sentences: Sequence[Span]
) -> Iterator[FoldedSentence]:
    """The sentences of `content`, the words of the paragraph of that number, which has these quotes.

    `sentences` are those of the paragraph as it stands: they are its folded ones where nothing is folded or left out.
    """
    pieces = list(_pieces(text, content, quotes))
    if len(pieces) == 1 and content.start == sentences[0].start:
        origins = Origins((0,), (content.start,))
        for sentence in sentences:
            yield FoldedSentence(sentence.of(text), paragraph, (), sentence.start - content.start, origins)
        return
    whole = "".join(piece.text for piece in pieces)
    *starts, _ = accumulate((len(piece.text) for piece in pieces), initial=0)
    origins = Origins(tuple(starts), tuple(piece.origin for piece in pieces))
    folds = [
        Fold(start, start + len(piece.text), piece.folded, piece.folded.inner.of(text)[:1].islower())
        for start, piece in zip(starts, pieces, strict=True)
        if piece.folded is not None
    ]
    for start, end in sentences_in(whole, Span(0, len(whole))):
        first, last = (bisect_left(folds, at, key=lambda fold: fold.start) for at in (start, end))
        own = tuple(replace(fold, start=fold.start - start, end=fold.end - start) for fold in folds[first:last])
        yield FoldedSentence(whole[start:end], paragraph, own, start, origins)


def _pieces(text: str, content: Span, quotes: Sequence[Quote]) -> Iterator[_Piece]:
    at = content.start
    for quote in quotes:
        if quote.outer.start >= at and folds_away(text, quote):
            yield _Piece(text[at : quote.outer.start], at)
            yield _Piece(f'"This{_stop(text, quote)}"', quote.outer.start, quote)
            at = quote.outer.end
    yield _Piece(text[at : content.end], at)


def folds_away(text: str, quote: Quote) -> bool:
    """Whether the quote stands by itself: sentences, or the end of one that its cue broke off."""
    if not quote.closed:
        return True
    words = TOKEN.findall(quote.inner.of(text))
    if len(words) >= LONG:
        return True
    before, after = text[max(0, quote.outer.start - 3) : quote.outer.start], text[quote.outer.end : quote.outer.end + 1]
    introduced = not before.strip() or INTRODUCED.search(before) is not None
    last = _last(text, quote)
    ended = last in ENDED or after in ENDED
    capital = not words[0][0].islower()
    if capital and ended:
        return len(words) > 1 or introduced or last in ",?!"
    if introduced and before.strip() and last in STOPS:
        return True  # "“No,” she said, “not again.”"
    return introduced and len(words) > 3 and (ended or capital)


def _stop(text: str, quote: Quote) -> str:
    last = _last(text, quote)
    return last if last in ".,!?" else ""


def _last(text: str, quote: Quote) -> str:
    """The last character of its words, before the marks that close a quote within it: "“He said ‘no,’”"."""
    return quote.inner.of(text).rstrip(WITHIN)[-1:]
