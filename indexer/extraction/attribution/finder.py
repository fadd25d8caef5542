"""The finder by rules: sentences that may report are parsed in batches, and quotes given to their speakers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from spacy.tokens import Doc

from indexer.extraction.attribution.answers import answers
from indexer.extraction.attribution.candidates import to_parse
from indexer.extraction.attribution.content_spans import content_spans, plain_span
from indexer.extraction.attribution.continuation import Read, joined, outermost
from indexer.extraction.attribution.cue_rules import Found, read
from indexer.extraction.attribution.parsing import parsed
from indexer.extraction.attribution.sources import about, mention_of
from indexer.extraction.model.attribution import Attribution, AttributionCue
from indexer.extraction.model.document import Document, FoldedSentence
from schemas.statement import Span

TOGETHER = 16  # documents whose sentences share batches
PRONOUNS = frozenset({"he", "she", "they"})


class RuleFinder:
    """Reads the trees of the sentences that hold a cue. The model is loaded once a process, with the first document."""

    def find(self, documents: Iterable[Document]) -> Iterator[tuple[Attribution, ...]]:
        """Each document's attributions in the order of its text; documents in order, a few at a time in memory."""
        waiting = iter(documents)
        while batch := list(islice(waiting, TOGETHER)):
            wanted = [sentence for document in batch for sentence in to_parse(document)]
            trees = parsed(sentence.text for sentence in wanted)
            tree_of = {id(sentence): trees[sentence.text] for sentence in wanted}
            for document in batch:
                reads = [_read(document, sentence, tree_of.get(id(sentence))) for sentence in document.folded]
                answered = answers(document.turns, _interviewed(document, reads))
                yield outermost([*joined(document.text, reads), *answered])


def _interviewed(document: Document, reads: Sequence[Read]) -> Span | None:
    """The person that the words before the first question are about."""
    if not document.turns:
        return None
    first = document.turns[0].paragraphs[0]
    before = [read.about for read in reads if read.sentence.paragraph < first and read.about is not None]
    return next((about for about in reversed(before) if about.of(document.text).lower() not in PRONOUNS), None)


def _read(document: Document, sentence: FoldedSentence, doc: Doc | None) -> Read:
    if doc is None:
        return Read(sentence)
    found = (_attribution(document, sentence, doc, found) for found in read(sentence, doc))
    return Read(sentence, tuple(attribution for attribution in found if attribution is not None), _about(sentence, doc))


def _attribution(document: Document, sentence: FoldedSentence, doc: Doc, found: Found) -> Attribution | None:
    quotes = document.paragraphs[sentence.paragraph].quotes
    spans, kind = content_spans(document.text, sentence, quotes, doc, found.content)
    if not spans:
        return None
    cue = AttributionCue(plain_span(sentence, doc, found.cue), found.lemma, found.act)
    mention = plain_span(sentence, doc, found.mention) if found.mention is not None else None
    return Attribution(kind, spans, mention, cue, found.content.rule)


def _about(sentence: FoldedSentence, doc: Doc) -> Span | None:
    named = about(doc)
    return plain_span(sentence, doc, mention_of(named)) if named is not None else None
