"""The layers behind finding, one after the other: from attributions to statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.extraction.annotation.annotate import annotate
from indexer.extraction.assembly.assemble import assemble
from indexer.extraction.assembly.wording import wordings
from indexer.extraction.coreference.resolution import resolve_coreference
from indexer.extraction.dating.speech import date_speech
from indexer.extraction.document.reading import read_document
from indexer.extraction.identity.identify import identify
from indexer.extraction.identity.known_people import known_people
from indexer.extraction.model.attribution import Attribution, AttributionCue, Rule
from indexer.extraction.model.document import Document, Origins
from schemas.article import Article
from schemas.statement import Extraction, Span, Statement


def statements_of(
    article: Article, document: Document, attributions: Sequence[Attribution], version: str
) -> Extraction:
    """What the attributions, in the order of the text, say of the article that was read as `document`; `version` is
    that of what found them.
    """
    annotations = annotate(document, attributions)
    coreference = resolve_coreference(document, attributions, annotations)
    days = date_speech(document, attributions, annotations, coreference)
    identified = identify(coreference, document, known_people())
    return assemble(article, document, attributions, annotations, identified, days, version)


def statements_given(article: Article, attributions: Sequence[Attribution], version: str) -> Extraction:
    """As `statements_of`, for attributions that nobody has to find: they came with the article, whose text as received
    their spans point into.
    """
    document = read_document(article)
    return statements_of(article, document, [_read(each, document.origins) for each in attributions], version)


def with_wordings(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The article's statements, with parts and sentences also where they were stored before these were told."""
    if all(statement.parts for statement in statements):
        return tuple(statements)
    document = read_document(article)
    attributions = [_read(_attribution(statement), document.origins) for statement in statements]
    return tuple(
        replace(statement, text=wording.text, parts=wording.parts, spans=wording.spans, sentence=wording.sentence)
        for statement, wording in zip(statements, wordings(article, document, attributions), strict=True)
    )


def _attribution(statement: Statement) -> Attribution:
    told = statement.cue
    cue = AttributionCue(told.span, told.lemma, told.act) if told else None
    mention = statement.speaker.mention if statement.speaker else None
    return Attribution(statement.kind, statement.spans, mention, cue, Rule.GIVEN)


def _read(attribution: Attribution, origins: Origins) -> Attribution:
    """The same in the text as it is read."""

    def read(span: Span) -> Span:
        return Span(origins.back(span.start), origins.back(span.end - 1) + 1) if span.end > span.start else span

    return replace(
        attribution,
        spans=tuple(map(read, attribution.spans)),
        mention=attribution.mention and read(attribution.mention),
        target=attribution.target and read(attribution.target),
        cue=attribution.cue and replace(attribution.cue, span=read(attribution.cue.span)),
    )
