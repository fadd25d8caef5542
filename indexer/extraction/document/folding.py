"""What is left of a paragraph when somebody's whole sentences are folded away, sentence by sentence.

"“It rains. It pours,” she said" becomes "“This,” she said": the parser sees the sentence that reports, not the one
reported, which is faster and safer. Words quoted within a sentence ("the plan was “a farce”") stay, since they are a
part of its grammar.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.extraction.document.quotes import Quote
from indexer.extraction.document.sentences import LINE_END, sentences_in
from schemas.statement import Span

WORD = re.compile(r"\w+(?:[’'-]\w+)*")
LONG = 30  # words from which a quote is folded wherever it stands
BLANKS = re.compile(r"\s*")
INTRODUCED = re.compile(r"[,:]\s*$")
ENDED = frozenset(".,!?…—–-")


@dataclass(frozen=True, slots=True)
class Fold:
    """A folded quote and the characters that stand for it, marks included."""

    start: int
    end: int
    quote: Quote


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` is what the parser reads; `origin` turns its offsets into those of the article."""

    text: str
    start: int  # of `text` in the paragraph's skeleton
    folds: tuple[Fold, ...]  # within `text`
    _starts: tuple[int, ...]
    _origins: tuple[int, ...]

    def origin(self, start: int, end: int) -> Span:
        """The article's span of `text[start:end]`; a fold that is touched counts whole."""
        first, last = self._fold_at(start), self._fold_at(end - 1)
        return Span(
            first.quote.outer.start if first else self._plain(start),
            last.quote.outer.end if last else self._plain(end - 1) + 1,
        )

    def _fold_at(self, at: int) -> Fold | None:
        return next((fold for fold in self.folds if fold.start <= at < fold.end), None)

    def _plain(self, at: int) -> int:
        piece = bisect_right(self._starts, at + self.start) - 1
        return self._origins[piece] + at + self.start - self._starts[piece]


def skeleton(text: str, paragraph: Span, quotes: Sequence[Quote]) -> Iterator[Sentence]:
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    folds: list[Fold] = []
    length, at = 0, paragraph.start

    def keep(piece: str, origin: int) -> None:
        nonlocal length
        starts.append(length)
        origins.append(origin)
        pieces.append(piece)
        length += len(piece)

    def keep_unbroken(start: int, end: int) -> None:
        """A sentence broken over lines reads as one."""
        for gap in LINE_END.finditer(text, start, end):
            if gap.start() >= start:
                keep(f"{text[start : gap.start()].rstrip()} ", start)
                blanks = BLANKS.match(text, gap.end(), end)
                start = blanks.end() if blanks else gap.end()
        keep(text[start:end], start)

    for quote in quotes:
        if quote.outer.start < at or not folds_away(text, quote):
            continue
        keep_unbroken(at, quote.outer.start)
        stand_in = f'"This{_stop(text, quote)}"'
        folds.append(Fold(length, length + len(stand_in), quote))
        keep(stand_in, quote.outer.start)
        at = quote.outer.end
    keep_unbroken(at, paragraph.end)
    whole = "".join(pieces)
    before, behind = tuple(starts), tuple(origins)
    number = 0
    for start, end in sentences_in(whole, Span(0, len(whole))):
        own = []
        while number < len(folds) and folds[number].start < end:
            fold = folds[number]
            own.append(Fold(fold.start - start, fold.end - start, fold.quote))
            number += 1
        yield Sentence(whole[start:end], start, tuple(own), before, behind)


def folds_away(text: str, quote: Quote) -> bool:
    """Whether the quote stands by itself: sentences, or the end of one that its cue broke off."""
    if not quote.closed:
        return True
    words = WORD.findall(quote.inner.of(text))
    if len(words) >= LONG:
        return True
    before, after = text[max(0, quote.outer.start - 3) : quote.outer.start], text[quote.outer.end : quote.outer.end + 1]
    introduced = not before.strip() or INTRODUCED.search(before) is not None
    ended = text[quote.inner.end - 1] in ENDED or after in ENDED
    capital = not words[0][0].islower()
    if capital and ended:
        return len(words) > 1 or introduced or text[quote.inner.end - 1] in ",?!"
    return introduced and len(words) > 3 and (ended or capital)


def _stop(text: str, quote: Quote) -> str:
    last = text[quote.inner.end - 1]
    return last if last in ".,!?" else ""
