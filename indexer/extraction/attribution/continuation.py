"""Quotes without a cue of their own: the rest of a broken quote, the next paragraph of a long one, the next turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.extraction.document.words import TOKEN, count_words
from indexer.extraction.model.attribution import Attribution
from indexer.extraction.model.document import Fold, FoldedSentence, Quote
from schemas.statement import Kind, Span

SHORTEST = 5  # words of a quote that nobody is said to say
TITLE = 12  # words up to which a quote of capitals only is a title


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with the reports found in it, and whom it is about ("She took a sip of water.")."""

    sentence: FoldedSentence
    attributions: tuple[Attribution, ...] = ()
    about: Span | None = None


@dataclass(slots=True)
class _Open:
    """The statement that the next quote may belong to; `spans` grows with it."""

    attribution: Attribution
    spans: list[Span]
    quote: Quote
    paragraph: int


def joined(text: str, reads: Sequence[Read]) -> list[Attribution]:
    """All reports of the sentences read, those of one quote in one."""
    return _Joining(text).all(reads)


class _Joining:
    def __init__(self, text: str) -> None:
        self.text = text
        self.done: list[Attribution] = []
        self.open: _Open | None = None

    def all(self, reads: Sequence[Read]) -> list[Attribution]:
        before: Read | None = None
        for read in reads:
            self._one(read, before)
            before = read
        self._close()
        return self.done

    def _one(self, read: Read, before: Read | None) -> None:
        attributions = list(read.attributions)
        for fold in read.sentence.folds:
            own = next((at for at, attribution in enumerate(attributions) if _within(fold.quote, attribution)), None)
            if own is None:
                self._without_cue(read, before, fold, follows_cue=bool(attributions))
                continue
            if self.open is not None and self.open.attribution.cue is None and self._goes_on(read):
                # A long quote whose cue comes only in its last paragraph.
                attributions[own] = replace(attributions[own], spans=(*self.open.spans, *attributions[own].spans))
                self.open = None
            if attributions[own].kind is Kind.DIRECT:
                self._begin(attributions[own], fold.quote, read.sentence.paragraph)
                attributions[own] = replace(attributions[own], spans=())
        self.done.extend(attribution for attribution in attributions if attribution.spans)

    def _goes_on(self, read: Read) -> bool:
        """Whether the open statement's quote runs into this paragraph."""
        return (
            self.open is not None and self.open.quote.continued and self.open.paragraph == read.sentence.paragraph - 1
        )

    def _without_cue(self, read: Read, before: Read | None, fold: Fold, *, follows_cue: bool) -> None:
        quote = fold.quote
        if self.open is not None and not follows_cue:
            begins = fold.start == 0 and self.open.paragraph == read.sentence.paragraph
            if begins or self._goes_on(read):
                self.open.spans.append(quote.inner)
                self.open.quote, self.open.paragraph = quote, read.sentence.paragraph
                return
        if count_words(quote.inner.of(self.text)) < SHORTEST or is_title(self.text, quote):
            return
        about = None if follows_cue else self._about(read, before, fold)
        self._begin(
            Attribution(Kind.DIRECT, (quote.inner,), about, None, "quote without a cue"), quote, read.sentence.paragraph
        )

    def _about(self, read: Read, before: Read | None, fold: Fold) -> Span | None:
        """Whom the words beside the quote are about, or else the sentence before, if that is no statement itself."""
        if read.about is not None and fold.end - fold.start < len(read.sentence.text) - 1:
            return read.about
        if before is None or before.attributions or before.sentence.folds:
            return None
        return before.about if read.sentence.paragraph - before.sentence.paragraph <= 1 else None

    def _begin(self, attribution: Attribution, quote: Quote, paragraph: int) -> None:
        self._close()
        self.open = _Open(attribution, list(attribution.spans), quote, paragraph)

    def _close(self) -> None:
        if self.open is not None:
            self.done.append(replace(self.open.attribution, spans=tuple(self.open.spans)))
            self.open = None


def _within(quote: Quote, attribution: Attribution) -> bool:
    return any(span.start <= quote.inner.start and quote.inner.end <= span.end for span in attribution.spans)


def is_title(text: str, quote: Quote) -> bool:
    """A book, a film, a ship: each word of weight has a capital."""
    words = TOKEN.findall(quote.inner.of(text))
    if len(words) >= TITLE:
        return False
    if any(word[0].islower() for word in words if len(word) > 3):
        return False
    return len([word for word in words if word[0].isupper()]) > 1


def outermost(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Without those that stand within another: what somebody reports is a part of what they say."""
    kept: list[Attribution] = []
    reached = -1  # where the furthest span kept so far ends
    for attribution in sorted(attributions, key=lambda r: (r.spans[0].start, -r.spans[-1].end)):
        if attribution.spans[0].start < reached and any(_overlap(other, attribution) for other in kept[-8:]):
            continue
        kept.append(attribution)
        reached = max(reached, attribution.spans[-1].end)
    return tuple(kept)


def _overlap(other: Attribution, attribution: Attribution) -> bool:
    start, end = attribution.spans[0].start, attribution.spans[-1].end
    return any(span.start < end and start < span.end for span in other.spans[-8:])
