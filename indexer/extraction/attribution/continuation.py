"""Quotes without a cue of their own: the rest of a broken quote, the next paragraph of a long one, a quote alone.

A quote goes on with the one before it only where nothing stands between: whoever a sentence in between is about may be
the next to speak.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from indexer.extraction.attribution.shapes import ReadSentence
from indexer.extraction.attribution.titles import is_title
from indexer.extraction.document.words import count_words
from indexer.extraction.model.attribution import Attribution, Rule
from indexer.extraction.model.document import Fold, FoldedSentence, Quote
from schemas.statement import Kind, Span

SHORTEST = 5  # words of a quote that nobody is said to say, if it is no sentence behind one that is about somebody
STOPS = ".?!…"


@dataclass(frozen=True, slots=True)
class _Part:
    """An attribution, or with `continues` a part of the same statement as the part before."""

    attribution: Attribution
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Open:
    """The last quote that was given to a statement, which the next one may go on with."""

    quote: Quote
    sentence: FoldedSentence
    has_cue: bool

    @property
    def paragraph(self) -> int:
        return self.sentence.paragraph

    def runs_into(self, paragraph: int) -> bool:
        return self.quote.continued and self.paragraph == paragraph - 1


def join(
    text: str, sentences: Sequence[ReadSentence], named: Mapping[Span, Span] | None = None
) -> Iterator[Attribution]:
    """The attributions of the sentences, with quotes that none of them holds: each a part of one, or one by itself.

    `named` has by the outer span of a quote the words beside it that name its speaker.
    """
    named = named or {}
    opened: _Open | None = None
    before: ReadSentence | None = None
    quoted: list[list[Attribution]] = []  # the parts of each statement that quotes
    for read in sentences:
        parts, opened = _parts(text, read, before, opened, named)
        for part in parts:
            if not part.continues:
                quoted.append([])
            quoted[-1].append(part.attribution)
        held = [part.attribution for part in parts]
        yield from (attribution for attribution in read.attributions if attribution not in held)
        before = read if before is None or not _is_aside(read) else before
    yield from map(_merge, quoted)


def _is_aside(read: ReadSentence) -> bool:
    """ "(He was late.)"."""
    return read.sentence.text.startswith(("(", "[")) and not read.sentence.folds


def _merge(parts: Sequence[Attribution]) -> Attribution:
    """A long quote may have its cue, or the name of its speaker, only in its last paragraph."""
    mentioned = next((part for part in parts if part.mention is not None), parts[0])
    first = next((part for part in parts if part.cue is not None), mentioned)
    return replace(first, spans=tuple(span for part in parts for span in part.spans))


def _parts(
    text: str, read: ReadSentence, before: ReadSentence | None, opened: _Open | None, named: Mapping[Span, Span]
) -> tuple[list[_Part], _Open | None]:
    """Those of the quotes of a sentence, and what is open behind it."""
    parts: list[_Part] = []
    waiting = list(read.attributions)
    for fold in read.sentence.folds:
        own = next((attribution for attribution in waiting if _holds(attribution, fold.quote)), None)
        if own is not None:
            part = _with_cue(own, read, opened)
        else:
            part = _without_cue(text, read, before, fold, opened, named.get(fold.quote.outer))
        if part is None:
            continue
        parts.append(part)
        if part.attribution.kind is not Kind.DIRECT:
            opened = None
            continue
        if own is not None:
            waiting.remove(own)
        has_cue = own is not None or (part.continues and opened is not None and opened.has_cue)
        opened = _Open(fold.quote, read.sentence, has_cue)
    return parts, opened


def _with_cue(own: Attribution, read: ReadSentence, opened: _Open | None) -> _Part | None:
    """The attribution that holds a quote; None where its quotes are only words of what it reports."""
    continues = opened is not None and not opened.has_cue and opened.runs_into(read.sentence.paragraph)
    return _Part(own, continues) if continues or own.kind is Kind.DIRECT else None


def _without_cue(
    text: str,
    read: ReadSentence,
    before: ReadSentence | None,
    fold: Fold,
    opened: _Open | None,
    name: Span | None,
) -> _Part | None:
    """A quote that goes on with the one before it, or stands alone; None where it is too short, or a title."""
    if opened is not None and not read.attributions and _goes_on(read, before, fold, opened, name):
        return _Part(_alone(fold.quote, name), continues=True)
    if is_title(text, fold.quote):
        return None
    mention = name or (None if read.attributions else _whom_about(read, before, fold))
    is_known = mention is not None and (name is not None or _is_set_off(text, read, fold))
    if not is_known and count_words(fold.quote.inner.of(text)) < SHORTEST:
        return None
    return _Part(_alone(fold.quote, mention, Rule.NAME_BESIDE_QUOTE if name is not None else Rule.QUOTE_WITHOUT_CUE))


def _goes_on(read: ReadSentence, before: ReadSentence | None, fold: Fold, opened: _Open, name: Span | None) -> bool:
    """Whether it is the next paragraph of that quote, or follows it in its own paragraph and nobody else is named."""
    if opened.runs_into(read.sentence.paragraph):
        return True
    follows = before is not None and before.sentence is opened.sentence and opened.paragraph == read.sentence.paragraph
    return name is None and fold.start == 0 and follows


def _alone(quote: Quote, mention: Span | None, rule: Rule = Rule.QUOTE_WITHOUT_CUE) -> Attribution:
    return Attribution(Kind.DIRECT, (quote.inner,), mention, None, rule)


def _whom_about(read: ReadSentence, before: ReadSentence | None, fold: Fold) -> Span | None:
    """Whom the words beside the quote are about, or else the sentence before, if that is no statement itself."""
    if read.about is not None and fold.end - fold.start < len(read.sentence.text) - 1:
        return read.about
    if before is None or before.attributions or before.sentence.folds:
        return None
    return before.about if read.sentence.paragraph - before.sentence.paragraph <= 1 else None


def _is_set_off(text: str, read: ReadSentence, fold: Fold) -> bool:
    """Whether it is a sentence, which stands by itself or behind a colon."""
    is_sentence = text[fold.quote.inner.start].isupper() and text[fold.quote.inner.end - 1] in STOPS
    by_itself = fold.start == 0 and fold.end >= len(read.sentence.text) - 1
    return is_sentence and (by_itself or read.sentence.text[: fold.start].rstrip().endswith(":"))


def _holds(attribution: Attribution, quote: Quote) -> bool:
    return any(span.start <= quote.inner.start and quote.inner.end <= span.end for span in attribution.spans)
