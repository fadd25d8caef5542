"""Reports of many texts: quotes folded, sentences that may report parsed in batches, quotes given to their speakers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc

from indexer.extraction.cues import cues
from indexer.extraction.parsing import LONGEST, parsed
from indexer.extraction.quotes import Quote, quotes_of
from indexer.extraction.reading import Found, read
from indexer.extraction.report import Report, ReportCue
from indexer.extraction.sentences import paragraphs
from indexer.extraction.skeleton import Sentence, skeleton
from indexer.extraction.spans import content_spans, plain_span
from indexer.extraction.turns import joined
from schemas.statement import Span

TOGETHER = 16  # articles whose sentences share batches
DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’'-]+,?\s){1,5}(?:[A-Z]\w+\.?,?\s|\d{1,2}\s){0,4}(?:\([^()]{2,30}\)\s?)?(?:[—–-]{1,2}|:)\s+"
)
WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of an article with its place and the paragraph's quotes."""

    paragraph: int
    sentence: Sentence
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with the reports found in it."""

    line: Line
    reports: tuple[Report, ...]


def find_reports(texts: Iterable[str]) -> Iterator[tuple[Report, ...]]:
    """Each text's reports in the order of the text; texts in order, a few at a time in memory."""
    waiting = iter(texts)
    while batch := list(islice(waiting, TOGETHER)):
        outlines = [list(outline(text)) for text in batch]
        wanted = [
            (line.sentence.text, (number, line))
            for number, lines in enumerate(outlines)
            for line in lines
            if may_report(line.sentence)
        ]
        trees = {id(line): (number, doc) for doc, (number, line) in parsed(wanted)}
        for text, lines in zip(batch, outlines, strict=True):
            reads = [
                Read(line, _reports(text, line, trees[id(line)][1]) if id(line) in trees else ()) for line in lines
            ]
            yield joined(text, reads)


def outline(text: str) -> Iterator[Line]:
    spans = [paragraph.span for paragraph in paragraphs(text)]
    for number, (span, quotes) in enumerate(zip(spans, quotes_of(text, spans), strict=True)):
        dateline = DATELINE.match(text, span.start, span.end)
        body = Span(dateline.end(), span.end) if dateline else span
        for sentence in skeleton(text, body, quotes):
            yield Line(number, sentence, tuple(quotes))


def may_report(sentence: Sentence) -> bool:
    if len(sentence.text) > LONGEST:
        return False
    words = WORD.findall(sentence.text.lower())
    return "according" in words or any(word in cues() for word in words)


def _reports(text: str, line: Line, doc: Doc) -> tuple[Report, ...]:
    return tuple(
        report for found in read(line.sentence, doc) if (report := _report(text, line, doc, found)) is not None
    )


def _report(text: str, line: Line, doc: Doc, found: Found) -> Report | None:
    spans, kind = content_spans(text, line, doc, found.content)
    if not spans:
        return None
    cue = ReportCue(plain_span(line.sentence, doc, found.cue), found.lemma, found.act)
    mention = plain_span(line.sentence, doc, found.mention) if found.mention is not None else None
    return Report(kind, spans, mention, cue, found.content.rule)
