"""An article before anything is parsed: its sentences with their quotes folded, and which of them may report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.extraction.attribution.cues import Takes, cues
from indexer.extraction.document.folding import Sentence, skeleton
from indexer.extraction.document.interviews import Turn, turns_of
from indexer.extraction.document.quotes import MARK, Quote, quotes_of
from indexer.extraction.document.sentences import paragraphs, trimmed
from indexer.extraction.model.attribution import Attribution
from schemas.statement import Span

# "BAKU, July 18 (Newswire) - ", which is no part of what anybody said.
DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’'-]+,?\s){1,5}(?:[A-Z]\w+\.?,?\s|\d{1,2}\s){0,4}(?:\([^()\n]{2,30}\)\s?)?(?:[—–-]{1,2}|:)\s+"
)
WORD = re.compile(r"[a-z]+")
LONGEST = 1200  # characters; what is longer is a table or a list, and its tree would be wrong


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the number of its paragraph and that paragraph's quotes."""

    paragraph: int
    sentence: Sentence
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with the reports found in it, and whom it is about ("She took a sip of water.")."""

    line: Line
    attributions: tuple[Attribution, ...] = ()
    about: Span | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """`lines` are what may report; the answers of an interview are in `turns` alone."""

    lines: list[Line]
    turns: list[Turn]


def outline(text: str) -> Outline:
    spans = [paragraph.span for paragraph in paragraphs(text)]
    turns = turns_of(text, spans)
    answered = {number for turn in turns if not turn.asks for number in turn.paragraphs}
    asked = {turn.paragraphs[0]: turn.label.end + 1 for turn in turns if turn.asks}
    lines = []
    for number, (span, quotes) in enumerate(zip(spans, quotes_of(text, spans), strict=True)):
        if number in answered:
            continue
        told = trimmed(text, asked[number], span.end) if number in asked else without_dateline(text, span)
        held = tuple(quotes)
        lines += [Line(number, sentence, held) for sentence in skeleton(text, told or span, held)]
    return Outline(lines, turns)


def without_dateline(text: str, paragraph: Span) -> Span:
    dateline = DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + 120))
    return Span(dateline.end(), paragraph.end) if dateline and dateline.end() < paragraph.end else paragraph


def to_parse(outlined: Outline) -> Iterator[Line]:
    """Those with a reporting word, those before a quote that no cue introduces, and what introduces an interview."""
    lines = outlined.lines
    interview = outlined.turns[0].paragraphs[0] if outlined.turns else 0
    for at, line in enumerate(lines):
        if len(line.sentence.text) > LONGEST:
            continue
        following = lines[at + 1].sentence if at + 1 < len(lines) else None
        before_quote = following is not None and _only_quoted(following) and not line.sentence.folds
        beside_quote = bool(line.sentence.folds) and not _only_quoted(line.sentence)
        introduces = interview - 3 <= line.paragraph < interview
        if before_quote or beside_quote or introduces or may_report(line.sentence):
            yield line


def may_report(sentence: Sentence) -> bool:
    """Whether a cue stands in it with what it needs beside it; parsing is dear, so in doubt this looks twice."""
    words = WORD.findall(sentence.text.lower())
    known = cues()
    quoted = bool(sentence.folds) or MARK.search(sentence.text) is not None
    for at, word in enumerate(words):
        if word == "according":
            return True
        for entry in known.get(word, ()):
            if tuple(words[at : at + len(entry.words)])[1:] != entry.words[1:]:
                continue
            if Takes.NOUN_THAT in entry.takes:
                if "that" in words[at + 1 :]:
                    return True
            elif quoted or entry.takes != {Takes.QUOTE}:
                return True
    return False


def _only_quoted(sentence: Sentence) -> bool:
    """Whether nothing stands beside the quote."""
    return bool(sentence.folds) and sentence.folds[0].start == 0 and sentence.folds[0].end >= len(sentence.text) - 1
