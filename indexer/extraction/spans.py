"""From tokens of a sentence to spans of the article: no marks around, no "that" before, no stop behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from indexer.extraction.clauses import Content, Range
from indexer.extraction.quotes import Quote
from indexer.extraction.skeleton import Sentence
from schemas.statement import Kind, Span

if TYPE_CHECKING:
    from indexer.extraction.find import Line

LEADING = re.compile(r"[\s,;:—–-]*(?:that\b(?!['’]))?[\s,;:—–-]*")
TRAILING = re.compile(r"[\s,;:.—–-]+$")


def plain_span(sentence: Sentence, doc: Doc, tokens: Range) -> Span:
    first, last = doc[tokens[0]], doc[tokens[1] - 1]
    return sentence.origin(first.idx, last.idx + len(last))


def content_spans(text: str, line: Line, doc: Doc, content: Content) -> tuple[tuple[Span, ...], Kind]:
    """The spans that hold a word, and the kind: direct where each is one whole quote."""
    spans: list[Span] = []
    kinds: list[Kind] = []
    for tokens in content.ranges:
        if tokens[0] >= tokens[1]:
            continue
        cleaned = clean(text, plain_span(line.sentence, doc, tokens), line.quotes)
        if cleaned is not None:
            spans.append(cleaned[0])
            kinds.append(cleaned[1])
    kind = kinds[0] if len(set(kinds)) == 1 else Kind.MIXED
    return tuple(spans), kind


def clean(text: str, span: Span, quotes: tuple[Quote, ...]) -> tuple[Span, Kind] | None:
    start, end = span
    leading = LEADING.match(text, start, end)
    start = leading.end() if leading else start
    touched = [quote for quote in quotes if quote.outer.start < end and quote.outer.end > start]
    for quote in touched:
        if quote.inner.start >= end or quote.inner.end <= start:
            start, end = max(start, quote.outer.end if quote.inner.end <= start else start), end
            if quote.inner.start >= end:
                end = min(end, quote.outer.start)
        else:
            start, end = min(start, quote.outer.start), max(end, quote.outer.end)
    if start >= end:
        return None
    stop = TRAILING.search(text[start:end])
    stripped = start + stop.start() if stop else end
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
