"""Quotes with the name of who says them beside, and no verb: “…” — Ana Vorel; "Ana Vorel: “…”"; "in her words, “…”"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from indexer.extraction.document.words import TOKEN
from indexer.extraction.lang.cues import cues
from indexer.extraction.lang.en.date_patterns import MONTHS
from indexer.extraction.lang.en.naming_patterns import (
    ANSWER_OF,
    BEFORE_COLON,
    BEHIND_DASH,
    FIRST_END,
    IN_CAPITALS,
    OCCASION,
    PHRASES_BEFORE,
    PHRASES_BEHIND,
    SENTENCE_END,
)
from indexer.extraction.lang.en.role_nouns import OFFICES
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.document import Document, Paragraph, Quote
from schemas.statement import Span

ANSWERS = word_list("nouns-of-answering")
IN_NO_NAME = word_list("in-no-name")
OPENERS = word_list("openers")
PARTICLES = word_list("name-particles")
IN_NO_NAMING = word_list("in-no-naming")
REACH = 200  # characters beside a quote
LONGEST = 16  # words that name somebody
ENDS_OF_NAMING = (",", ":")  # before a quote


def named_beside(document: Document) -> Mapping[Span, Span]:
    """By the outer span of a quote the words that name its speaker."""
    return dict(_named(document.text, document.paragraphs))


def _named(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Span, Span]]:
    above: Span | None = None  # the label of the quotes that stand below it, a paragraph each
    for at, paragraph in enumerate(paragraphs):
        if not paragraph.quotes:
            above = _label(text, paragraph.span)
            continue
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        is_whole = _is_all_quoted(text, paragraph)
        for number, quote in enumerate(paragraph.quotes):
            naming = _in_paragraph(text, paragraph, number) or (above if is_whole else None)
            if naming is None and following is not None and not following.quotes and quote is paragraph.quotes[-1]:
                naming = _below(text, quote, paragraph, following)
            if naming is not None:
                yield quote.outer, naming
        if not is_whole:
            above = None


def _is_all_quoted(text: str, paragraph: Paragraph) -> bool:
    first, last = paragraph.quotes[0], paragraph.quotes[-1]
    between = text[first.outer.end : last.outer.start] if last is not first else ""
    return first.outer.start == paragraph.span.start and not (
        between + text[last.outer.end : paragraph.span.end]
    ).strip(" .…")


def _label(text: str, line: Span) -> Span | None:
    """All of a line: "From Prime Minister Vorn:", and in capitals without a colon."""
    if line.end - line.start > REACH:
        return None
    words = line.of(text)
    found = BEFORE_COLON.match(words) or IN_CAPITALS.match(words)
    return _naming(text, _shifted(found, line.start)) if found else None


def _below(text: str, quote: Quote, paragraph: Paragraph, following: Paragraph) -> Span | None:
    """In the next line behind a dash."""
    if quote.outer.end < paragraph.span.end or following.span.end - following.span.start > REACH:
        return None
    found = BEHIND_DASH.match(following.span.of(text))
    return _naming(text, _shifted(found, following.span.start)) if found else None


def _in_paragraph(text: str, paragraph: Paragraph, number: int) -> Span | None:
    """Beside the quote of that number."""
    quote = paragraph.quotes[number]
    begin = paragraph.quotes[number - 1].outer.end if number else paragraph.content.start
    end = paragraph.quotes[number + 1].outer.start if number + 1 < len(paragraph.quotes) else paragraph.span.end
    start = max(begin, quote.outer.start - REACH)
    before, behind = text[start : quote.outer.start], text[quote.outer.end : min(end, quote.outer.end + REACH)]
    return (
        (_before(text, before, start) if start == paragraph.content.start else None)
        or (_phrase(text, before, start, PHRASES_BEFORE) if before.rstrip().endswith(ENDS_OF_NAMING) else None)
        or _phrase(text, behind, quote.outer.end, PHRASES_BEHIND)
        or (_behind(text, behind, quote.outer.end) if end - quote.outer.end <= REACH else None)
    )


def _before(text: str, before: str, start: int) -> Span | None:
    """ "Ana Vorel, the minister: “…”", "The answer of the minister: “…”"."""
    found = BEFORE_COLON.match(before)
    if found is None:
        return None
    answer = ANSWER_OF.match(before, found.start("who"))
    begin = answer.end() if answer and answer["noun"].lower() in ANSWERS else found.start("who")
    return _naming(text, Span(start + begin, start + found.end("who")))


def _behind(text: str, behind: str, start: int) -> Span | None:
    found = BEHIND_DASH.match(behind)
    return _naming(text, _shifted(found, start)) if found else None


def _phrase(text: str, beside: str, start: int, patterns: Sequence[re.Pattern[str]]) -> Span | None:
    found = next((match for pattern in patterns if (match := pattern.search(beside))), None)
    return _naming(text, _shifted(found, start)) if found else None


def _shifted(found: re.Match[str], start: int) -> Span:
    return Span(start + found.start("who"), start + found.end("who"))


def _naming(text: str, span: Span) -> Span | None:
    """The words up to the first comma or bracket, if they and what follows only name somebody."""
    whole = span.of(text)
    occasion = OCCASION.search(whole)
    named = whole[: occasion.start()] if occasion and _names_somebody(whole[: occasion.start()]) else whole
    if SENTENCE_END.search(whole) or not _names_somebody(named):
        return None
    return Span(span.start, span.start + len(_first(named)))


def _first(words: str) -> str:
    """Those before the first comma or bracket."""
    return FIRST_END.split(words, maxsplit=1)[0]


def _names_somebody(words: str) -> bool:
    """By an office, or by a name of two words or more and nothing else before the first comma."""
    tokens = TOKEN.findall(words)
    if not tokens or len(tokens) > LONGEST or any(token.lower() in IN_NO_NAMING for token in tokens):
        return False
    if any(token.lower() in OFFICES for token in tokens):
        return True
    first = TOKEN.findall(_first(words))
    capital = [token for token in first if token[0].isupper()]
    if words.isupper() or len(capital) < 2 or IN_NO_NAME & set(first):
        return False  # "TOP STORIES"
    return all(token in capital or token in PARTICLES for token in first) and not _opens_otherwise(first[0])


def _opens_otherwise(word: str) -> bool:
    """ "On July 6", "Continued Stone"."""
    return word in OPENERS or word in MONTHS or word.lower() in cues()
