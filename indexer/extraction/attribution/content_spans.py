"""From tokens of a sentence to spans of the article: no marks around, no "that" before, no stop behind."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from indexer.extraction.attribution.shapes import Content, ParsedSentence
from indexer.extraction.document.words import count_words, has_word
from indexer.extraction.model.attribution import Rule
from indexer.extraction.model.document import Quote
from schemas.statement import Kind, Span

LEADING = re.compile(r"[\s,;:—–-]*(?:that\b(?!['’]))?[\s,;:—–-]*")
TRAILING = frozenset(",;:.—–-")
TERM = 5  # words up to which "what they call “…”" is a term and no statement


def content_spans(
    text: str, parsed: ParsedSentence, quotes: Sequence[Quote], content: Content
) -> tuple[tuple[Span, ...], Kind]:
    """The spans that hold a word, and the kind: direct where each is one whole quote."""
    spans: list[Span] = []
    kinds: list[Kind] = []
    for tokens in content.ranges:
        if tokens.start >= tokens.end:
            continue
        cleaned = clean(text, parsed.span(tokens), quotes)
        if cleaned is not None and (not spans or spans[-1].end <= cleaned[0].start):
            spans.append(cleaned[0])
            kinds.append(cleaned[1])
    if content.rule is Rule.FREE_RELATIVE and Kind.INDIRECT not in kinds:
        quoted = (quote for span in spans for quote in _touched(quotes, *span))
        is_term = all(count_words(quote.inner.of(text)) <= TERM for quote in quoted)
        return () if is_term else tuple(spans), Kind.MIXED
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
    if not has_word(text[start:end]):
        return None
    return Span(start, end), Kind.MIXED if held else Kind.INDIRECT


def _touched(quotes: Sequence[Quote], start: int, end: int) -> list[Quote]:
    first = bisect_left(quotes, start, key=lambda quote: quote.outer.end)
    last = bisect_left(quotes, end, key=lambda quote: quote.outer.start)
    return list(quotes[first:last])
