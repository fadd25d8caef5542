"""Reports of many texts: sentences that may report are parsed in batches, and quotes given to their speakers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from spacy.tokens import Doc

from indexer.extraction.attribution.content_spans import content_spans, plain_span
from indexer.extraction.attribution.continuation import joined, outermost
from indexer.extraction.attribution.cue_rules import Found, read
from indexer.extraction.attribution.parsing import parsed
from indexer.extraction.attribution.sources import about, mention_of
from indexer.extraction.document.interviews import Turn, answers
from indexer.extraction.document.outline import Line, Read, outline, to_parse
from indexer.extraction.model.attribution import Attribution, AttributionCue
from schemas.statement import Span

TOGETHER = 16  # articles whose sentences share batches


def find_attributions(texts: Iterable[str]) -> Iterator[tuple[Attribution, ...]]:
    """Each text's reports in the order of the text; texts in order, a few at a time in memory."""
    waiting = iter(texts)
    while batch := list(islice(waiting, TOGETHER)):
        outlines = [outline(text) for text in batch]
        wanted = [line for each in outlines for line in to_parse(each)]
        trees = parsed(line.sentence.text for line in wanted)
        read_as = {id(line): trees[line.sentence.text] for line in wanted}
        for text, each in zip(batch, outlines, strict=True):
            reads = [_read(text, line, read_as.get(id(line))) for line in each.lines]
            answered = answers(text, each.turns, _interviewed(text, each.turns, reads))
            yield outermost([*joined(text, reads), *answered])


def _interviewed(text: str, turns: Sequence[Turn], reads: Sequence[Read]) -> Span | None:
    """The person that the words before the first question are about."""
    if not turns:
        return None
    before = [read.about for read in reads if read.line.paragraph < turns[0].paragraphs[0] and read.about is not None]
    return next((about for about in reversed(before) if about.of(text).lower() not in {"he", "she", "they"}), None)


def _read(text: str, line: Line, doc: Doc | None) -> Read:
    if doc is None:
        return Read(line)
    found = (_attribution(text, line, doc, found) for found in read(line.sentence, doc))
    return Read(line, tuple(attribution for attribution in found if attribution is not None), _about(line, doc))


def _attribution(text: str, line: Line, doc: Doc, found: Found) -> Attribution | None:
    spans, kind = content_spans(text, line, doc, found.content)
    if not spans:
        return None
    cue = AttributionCue(plain_span(line.sentence, doc, found.cue), found.lemma, found.act)
    mention = plain_span(line.sentence, doc, found.mention) if found.mention is not None else None
    return Attribution(kind, spans, mention, cue, found.content.rule)


def _about(line: Line, doc: Doc) -> Span | None:
    named = about(doc)
    return plain_span(line.sentence, doc, mention_of(named)) if named is not None else None
