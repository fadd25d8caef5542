"""The finder by rules: sentences that may report are parsed in batches, and quotes given to their speakers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import islice

from spacy.tokens import Doc

from indexer.extraction.attribution.answers import answers, without_questions
from indexer.extraction.attribution.candidates import to_parse
from indexer.extraction.attribution.content_spans import content_spans
from indexer.extraction.attribution.continuation import join
from indexer.extraction.attribution.cue_rules import find_reports
from indexer.extraction.attribution.headlines import of_headlines
from indexer.extraction.attribution.mentions import mention_of
from indexer.extraction.attribution.named_beside import named_beside
from indexer.extraction.attribution.nesting import outermost
from indexer.extraction.attribution.parsing import parse
from indexer.extraction.attribution.shapes import ParsedSentence, ReadSentence, Report
from indexer.extraction.attribution.sources import about
from indexer.extraction.attribution.titles import is_named, is_title
from indexer.extraction.attribution.unsaid import is_said
from indexer.extraction.lang.en.outlet_patterns import people_called_like_outlets
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.attribution import Attribution, AttributionCue, Rule
from indexer.extraction.model.document import Document, FoldedSentence, Quote
from indexer.extraction.version import EXTRACTOR
from schemas.statement import Span

TOGETHER = 16  # documents whose sentences share batches
PRONOUNS = word_list("personal-pronouns")


class RuleFinder:
    """Reads the trees of the sentences that hold a cue. The model is loaded once a process, with the first document."""

    version = EXTRACTOR

    def find(self, documents: Iterable[Document]) -> Iterator[tuple[Attribution, ...]]:
        """As `AttributionFinder.find`; some documents are in memory at a time."""
        waiting = iter(documents)
        while batch := list(islice(waiting, TOGETHER)):
            wanted = [list(to_parse(document)) for document in batch]
            trees = parse(sentence.text for sentences in wanted for sentence in sentences)
            for document, sentences in zip(batch, wanted, strict=True):
                yield _attributions(document, {id(sentence): trees[sentence.text] for sentence in sentences})


def _attributions(document: Document, trees: Mapping[int, Doc]) -> tuple[Attribution, ...]:
    """`trees` are those of the sentences that were worth it, by their ids."""
    people = people_called_like_outlets(document.text)
    read = [_read(document, sentence, trees.get(id(sentence)), people) for sentence in document.folded]
    named = named_beside(document)
    reported = join(document.text, without_questions(document.text, document.turns, read), named)
    found = outermost([*reported, *answers(document.turns, _interviewed(document, read))])
    said = tuple(attribution for attribution in found if is_said(document.text, attribution))
    return (*of_headlines(document, said), *said)


def _read(document: Document, sentence: FoldedSentence, doc: Doc | None, people: Set[str]) -> ReadSentence:
    if doc is None:
        return ReadSentence(sentence)
    parsed = ParsedSentence(sentence, doc)
    found = (_attribution(document, parsed, report) for report in find_reports(parsed, people))
    attributions = tuple(attribution for attribution in found if attribution is not None)
    if attributions and not sentence.folds and not document.turns:
        return ReadSentence(sentence, attributions)  # nobody asks whom it is about
    person = about(doc)
    return ReadSentence(sentence, attributions, parsed.span(mention_of(person)) if person is not None else None)


def _attribution(document: Document, parsed: ParsedSentence, report: Report) -> Attribution | None:
    quotes = document.paragraphs[parsed.sentence.paragraph].quotes
    spans, kind = content_spans(document.text, parsed, quotes, report.content)
    if not spans or _names_a_work(document.text, spans, quotes, report.content.rule):
        return None
    cue = AttributionCue(parsed.span(report.cue), report.lemma, report.act)
    mention = parsed.span(report.mention) if report.mention is not None else None
    target = parsed.span(report.target) if report.target is not None else None
    return Attribution(kind, spans, mention, cue, report.content.rule, target)


def _names_a_work(text: str, spans: Sequence[Span], quotes: Sequence[Quote], rule: Rule) -> bool:
    """Whether all that is reported is a title."""
    test = {Rule.QUOTE_BESIDE_CUE: is_named, Rule.QUOTE_BESIDE_VERB: is_title}.get(rule)
    if test is None or len(spans) > 1:
        return False
    at = bisect_left(quotes, spans[0].start, key=lambda quote: quote.inner.start)
    return at < len(quotes) and quotes[at].inner == spans[0] and test(text, quotes[at])


def _interviewed(document: Document, sentences: Sequence[ReadSentence]) -> Span | None:
    """The person that the words before the first question are about."""
    if not document.turns:
        return None
    first = document.turns[0].paragraphs[0]
    before = [read.about for read in sentences if read.sentence.paragraph < first and read.about is not None]
    return next((about for about in reversed(before) if about.of(document.text).lower() not in PRONOUNS), None)
