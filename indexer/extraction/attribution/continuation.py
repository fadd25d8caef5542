"""Quotes without a cue of their own: the rest of a broken quote, the next paragraph of a long one, a quote alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.extraction.attribution.shapes import ReadSentence
from indexer.extraction.document.words import TOKEN, count_words
from indexer.extraction.model.attribution import Attribution, Rule
from indexer.extraction.model.document import Fold, Quote
from schemas.statement import Kind, Span

SHORTEST = 5  # words of a quote that nobody is said to say
TITLE = 12  # words up to which a quote of capitals only is a title


@dataclass(frozen=True, slots=True)
class _Part:
    """An attribution, or with `continues` a part of the same statement as the part before."""

    attribution: Attribution
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Open:
    """The last quote that was given to a statement, which the next one may go on with."""

    quote: Quote
    paragraph: int
    has_cue: bool

    def runs_into(self, paragraph: int) -> bool:
        return self.quote.continued and self.paragraph == paragraph - 1


def join(text: str, sentences: Sequence[ReadSentence]) -> Iterator[Attribution]:
    """The attributions of the sentences, with quotes that none of them holds: each a part of one, or one by itself."""
    opened: _Open | None = None
    before: ReadSentence | None = None
    quoted: list[list[Attribution]] = []  # the parts of each statement that quotes
    for read in sentences:
        parts, opened = _parts(text, read, before, opened)
        for part in parts:
            if not part.continues:
                quoted.append([])
            quoted[-1].append(part.attribution)
        held = [part.attribution for part in parts]
        yield from (attribution for attribution in read.attributions if attribution not in held)
        before = read
    yield from map(_merge, quoted)


def _merge(parts: Sequence[Attribution]) -> Attribution:
    """A long quote may have its cue only in its last paragraph."""
    first = next((part for part in parts if part.cue is not None), parts[0])
    return replace(first, spans=tuple(span for part in parts for span in part.spans))


def _parts(
    text: str, read: ReadSentence, before: ReadSentence | None, opened: _Open | None
) -> tuple[list[_Part], _Open | None]:
    """Those of the quotes of a sentence, and what is open behind it."""
    parts: list[_Part] = []
    waiting = list(read.attributions)
    for fold in read.sentence.folds:
        own = next((attribution for attribution in waiting if _holds(attribution, fold.quote)), None)
        part = _with_cue(own, read, opened) if own is not None else _without_cue(text, read, before, fold, opened)
        if part is None:
            continue
        parts.append(part)
        if part.attribution.kind is not Kind.DIRECT:
            opened = None
            continue
        if own is not None:
            waiting.remove(own)
        has_cue = own is not None or (part.continues and opened is not None and opened.has_cue)
        opened = _Open(fold.quote, read.sentence.paragraph, has_cue)
    return parts, opened


def _with_cue(own: Attribution, read: ReadSentence, opened: _Open | None) -> _Part | None:
    """The attribution that holds a quote; None where its quotes are only words of what it reports."""
    continues = opened is not None and not opened.has_cue and opened.runs_into(read.sentence.paragraph)
    return _Part(own, continues) if continues or own.kind is Kind.DIRECT else None


def _without_cue(
    text: str, read: ReadSentence, before: ReadSentence | None, fold: Fold, opened: _Open | None
) -> _Part | None:
    """A quote that goes on with the one before it, or stands alone; None where it is too short, or a title."""
    paragraph = read.sentence.paragraph
    if opened is not None and not read.attributions:
        begins = fold.start == 0 and opened.paragraph == paragraph
        if begins or opened.runs_into(paragraph):
            return _Part(_alone(fold.quote, None), continues=True)
    if count_words(fold.quote.inner.of(text)) < SHORTEST or is_title(text, fold.quote):
        return None
    return _Part(_alone(fold.quote, None if read.attributions else _whom_about(read, before, fold)))


def _alone(quote: Quote, mention: Span | None) -> Attribution:
    return Attribution(Kind.DIRECT, (quote.inner,), mention, None, Rule.QUOTE_WITHOUT_CUE)


def _whom_about(read: ReadSentence, before: ReadSentence | None, fold: Fold) -> Span | None:
    """Whom the words beside the quote are about, or else the sentence before, if that is no statement itself."""
    if read.about is not None and fold.end - fold.start < len(read.sentence.text) - 1:
        return read.about
    if before is None or before.attributions or before.sentence.folds:
        return None
    return before.about if read.sentence.paragraph - before.sentence.paragraph <= 1 else None


def _holds(attribution: Attribution, quote: Quote) -> bool:
    return any(span.start <= quote.inner.start and quote.inner.end <= span.end for span in attribution.spans)


def is_title(text: str, quote: Quote) -> bool:
    """A book, a film, a ship: each word of weight has a capital."""
    words = TOKEN.findall(quote.inner.of(text))
    if len(words) >= TITLE:
        return False
    if any(word[0].islower() for word in words if len(word) > 3):
        return False
    return len([word for word in words if word[0].isupper()]) > 1
