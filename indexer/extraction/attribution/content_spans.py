"""From tokens of a sentence to spans of the article: no marks around, no "that" before, no stop behind."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc

from indexer.extraction.attribution.content import FREE_RELATIVE, Content, Range
from indexer.extraction.document.words import count_words
from indexer.extraction.model.document import FoldedSentence, Quote
from schemas.statement import Kind, Span

LEADING = re.compile(r"[\s,;:—–-]*(?:that\b(?!['’]))?[\s,;:—–-]*")
TRAILING = frozenset(",;:.—–-")
TERM = 5  # words up to which "what they call “…”" is a term and no statement


def plain_span(sentence: FoldedSentence, doc: Doc, tokens: Range) -> Span:
    first, last = doc[tokens[0]], doc[tokens[1] - 1]
    return sentence.origin(first.idx, last.idx + len(last))


def content_spans(
    text: str, sentence: FoldedSentence, quotes: Sequence[Quote], doc: Doc, content: Content
) -> tuple[tuple[Span, ...], Kind]:
    """The spans that hold a word, and the kind: direct where each is one whole quote."""
    spans: list[Span] = []
    kinds: list[Kind] = []
    for tokens in content.ranges:
        if tokens[0] >= tokens[1]:
            continue
        cleaned = clean(text, plain_span(sentence, doc, tokens), quotes)
        if cleaned is not None and (not spans or spans[-1].end <= cleaned[0].start):
            spans.append(cleaned[0])
            kinds.append(cleaned[1])
    if content.rule == FREE_RELATIVE and kinds == [Kind.DIRECT]:
        if count_words(spans[0].of(text)) <= TERM:
            return (), Kind.DIRECT
        return tuple(spans), Kind.MIXED
    kind = kinds[0] if len(set(kinds)) == 1 else Kind.MIXED
    return tuple(spans), kind


def clean(text: str, span: Span, quotes: Sequence[Quote]) -> tuple[Span, Kind] | None:
    start, end = span
    leading = LEADING.match(text, start, end)
    start = leading.end() if leading else start
    touched = _touched(quotes, start, end)
    for quote in touched:
        if quote.inner.end <= start:
            start = max(start, quote.outer.end)
        elif quote.inner.start >= end:
            end = min(end, quote.outer.start)
        else:
            start, end = min(start, quote.outer.start), max(end, quote.outer.end)
    stripped = end
    while stripped > start and (text[stripped - 1] in TRAILING or text[stripped - 1].isspace()):
        stripped -= 1
    held = [quote for quote in touched if quote.outer.start < stripped and quote.outer.end > start]
    for quote in held:
        if quote.outer.start <= start + 1 and quote.outer.end >= stripped - 1:
            return quote.inner, Kind.DIRECT
    end = max([stripped, *(quote.outer.end for quote in held if quote.outer.end <= end)])
    while start < end and text[start].isspace():
        start += 1
    if not any(character.isalnum() for character in text[start:end]):
        return None
    return Span(start, end), Kind.MIXED if held else Kind.INDIRECT


def _touched(quotes: Sequence[Quote], start: int, end: int) -> list[Quote]:
    first = bisect_left(quotes, start, key=lambda quote: quote.outer.end)
    last = bisect_left(quotes, end, key=lambda quote: quote.outer.start)
    return list(quotes[first:last])
