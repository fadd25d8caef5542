"""Headlines whose label, before or behind a colon, says who says them: "Truce is holding: Silva"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.extraction.document.layout import HEADLINE
from indexer.extraction.document.words import TOKEN, count_words
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.attribution import Attribution, Rule
from indexer.extraction.model.document import Document, Paragraph
from schemas.statement import Kind, Span

LABEL = r"[^\W\d_][^:\n“”\"—–]{1,40}"
BEFORE = re.compile(rf"(?P<who>{LABEL}):\s+(?P<what>[^:]+)")
BEHIND = re.compile(rf"(?P<what>[^:]+?)(?::\s|\s[-–—]\s)\s?(?P<who>{LABEL})")
ENDED = frozenset(".!?…;")
SHORTEST = 3  # words of what is said
LONGEST = 4  # words of a label
IN_NO_NAMING = word_list("in-no-naming")


def of_headlines(document: Document, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """One for each headline without quotes whose label is a part of what names a speaker further on."""
    mentions = [each.mention.of(document.text) for each in found if each.mention is not None]
    sources = {word for mention in mentions for word in TOKEN.findall(mention)}
    for paragraph in document.paragraphs[:-1]:
        if paragraph.span.end > HEADLINE or any(each.spans[0].start < paragraph.span.start for each in found):
            break
        if paragraph.quotes or document.text[paragraph.span.end - 1] in ENDED or _is_read(paragraph.span, found):
            continue
        yield from _of_headline(document.text, paragraph, sources)


def _of_headline(text: str, paragraph: Paragraph, sources: set[str]) -> Iterator[Attribution]:
    for pattern in (BEFORE, BEHIND):
        match = pattern.fullmatch(text, *paragraph.span)
        if match is None or count_words(match["what"]) < SHORTEST or not _names(match["who"], sources):
            continue
        yield Attribution(Kind.INDIRECT, (Span(*match.span("what")),), Span(*match.span("who")), None, Rule.HEADLINE)
        return


def _names(label: str, sources: set[str]) -> bool:
    """Whether a word of the label with a capital is one of a speaker's."""
    words = TOKEN.findall(label)
    if len(words) > LONGEST or any(word.lower() in IN_NO_NAMING for word in words):
        return False
    return any(word[0].isupper() and len(word) > 2 and word in sources for word in words)


def _is_read(span: Span, found: Sequence[Attribution]) -> bool:
    return any(each.spans[0].start < span.end and span.start < each.spans[-1].end for each in found)
