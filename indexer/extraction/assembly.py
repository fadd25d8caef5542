"""Resolving: from reports found in a text to statements that say who spoke, for whom, about whom and when."""

from __future__ import annotations

import hashlib
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from indexer.extraction.annotation.annotate import annotate
from indexer.extraction.coreference.speakers import Speakers
from indexer.extraction.dating.speech_days import SpeechDays
from indexer.extraction.document.reading import read_document
from indexer.extraction.document.words import runs
from indexer.extraction.model.annotation import Place
from indexer.extraction.model.attribution import Attribution, AttributionCue
from indexer.extraction.model.document import Document
from schemas.article import Article
from schemas.statement import Context, Cue, Extraction, Span, Statement

EXTRACTOR = "rules-1"  # changes when the same text may give other statements
LONGEST_CONTEXT = 1_200  # characters of a sentence around a statement: every statement of a list would repeat the list


def resolve(article: Article, attributions: Sequence[Attribution]) -> Extraction:
    """As `assemble`, for attributions that are known beforehand."""
    return assemble(article, read_document(article), attributions)


def assemble(article: Article, document: Document, attributions: Sequence[Attribution]) -> Extraction:
    """The statements of `article`, read as `document`, with its countries and territories.

    `attributions` are in the order of the text, and so are the statements.
    """
    text = document.text
    annotations = annotate(document, attributions)
    speakers = Speakers(document, annotations, attributions)
    speech_days = SpeechDays(document, annotations.dates, attributions)
    contexts = _Contexts(document)
    standing = [place for place in annotations.places if place.stands]
    starts = [place.span.start for place in standing]
    statements = []
    meant = speakers.of_attributions(attributions)
    present = [speakers.is_present(attribution.mention) for attribution in attributions]
    days = speech_days.said_on(attributions, meant, present)
    for number, attribution in enumerate(attributions, 1):
        said = " ".join(span.of(text) for span in attribution.spans)
        inside = [place for span in attribution.spans for place in _within(span, standing, starts)]
        statements.append(
            Statement(
                id=f"{article.id}-{number:02d}",
                kind=attribution.kind,
                text=said,
                spans=attribution.spans,
                speaker=meant[number - 1],
                cue=_cue(text, attribution.cue),
                countries=_codes(inside),
                territories=_territories(inside),
                said_on=days[number - 1],
                context=contexts.around(attribution),
                fingerprint=fingerprint(said),
            )
        )
    mentioned = [*standing, *(place for place in annotations.title_places if place.stands)]
    return Extraction(_codes(mentioned), _territories(mentioned), tuple(statements), EXTRACTOR)


def fingerprint(text: str) -> str:
    """Equal for the same words, whatever their case, marks and spacing: 16 hex digits."""
    words = " ".join(runs(unicodedata.normalize("NFKC", text).casefold()))
    return hashlib.sha256((words or text).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _cue(text: str, cue: AttributionCue | None) -> Cue | None:
    return None if cue is None else Cue(cue.span.of(text), cue.span, cue.lemma, cue.act)


def _within(span: Span, places: Sequence[Place], starts: Sequence[int]) -> Sequence[Place]:
    inside = places[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
    return [place for place in inside if place.span.end <= span.end]


def _codes(places: Sequence[Place]) -> tuple[str, ...]:
    return tuple(sorted({code for place in places for code in place.codes}))


def _territories(places: Sequence[Place]) -> tuple[str, ...]:
    return tuple(sorted({name for place in places for name in place.territories}))


class _Contexts:
    """The sentences around a statement; of one that is longer than sentences are, the part next to it."""

    def __init__(self, document: Document):
        self.text, self.sentences = document.text, document.sentences
        self.starts = [sentence.start for sentence in self.sentences]

    def around(self, attribution: Attribution) -> Context:
        touched = [*attribution.spans, *([attribution.cue.span] if attribution.cue else ())]
        first = bisect_right(self.starts, min(span.start for span in touched)) - 1
        last = bisect_left(self.starts, max(span.end for span in touched))
        before = _end_of(self.text, self.sentences[first - 1]) if first > 0 else ""
        after = _start_of(self.text, self.sentences[last]) if last < len(self.sentences) else ""
        return Context(before, after)


def _end_of(text: str, sentence: Span) -> str:
    cut = sentence.end - LONGEST_CONTEXT
    return sentence.of(text) if sentence.start >= cut else f"… {text[cut : sentence.end].lstrip()}"


def _start_of(text: str, sentence: Span) -> str:
    cut = sentence.start + LONGEST_CONTEXT
    return sentence.of(text) if sentence.end <= cut else f"{text[sentence.start : cut].rstrip()} …"
