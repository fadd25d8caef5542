"""Statements out of what the layers found of one article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from indexer.extraction.assembly.contexts import contexts
from indexer.extraction.assembly.fingerprint import fingerprint
from indexer.extraction.assembly.wording import wordings
from indexer.extraction.model.annotation import Annotations, Place, ToponymKind
from indexer.extraction.model.attribution import Attribution, AttributionCue
from indexer.extraction.model.coreference import Coreference
from indexer.extraction.model.document import Document, Origins
from schemas.article import Article
from schemas.dates.partial_dates import PartialDate
from schemas.statement import Cue, Extraction, Span, Speaker, Statement, Target


def assemble(
    article: Article,
    document: Document,
    attributions: Sequence[Attribution],
    annotations: Annotations,
    coreference: Coreference,
    days: Sequence[PartialDate | None],
    version: str,
) -> Extraction:
    """The statements of the article, one for each attribution in their order, and the places that it mentions.

    `days` are those on which the attributions were said, `version` is that of what found them.
    """
    places, in_title = _named(annotations.places), _named(annotations.title_places)
    around = contexts(document, attributions)
    mentioned = _places_of(attributions, places)
    worded = wordings(article, document, attributions)
    statements = tuple(
        Statement(
            id=f"{article.id}-{number:02d}",
            kind=attribution.kind,
            text=wording.text,
            parts=wording.parts,
            spans=wording.spans,
            sentence=wording.sentence,
            speaker=_speaker(source.speaker, document.origins),
            target=_target(target, document.origins),
            cue=_cue(document, attribution.cue),
            countries=_countries(inside, target.countries if target else ()),
            territories=_territories(inside),
            said_on=day,
            context=context,
            fingerprint=fingerprint(" ".join(span.of(document.text) for span in attribution.spans)),
        )
        for number, (attribution, wording, source, target, day, context, inside) in enumerate(
            zip(
                attributions,
                worded,
                coreference.sources,
                coreference.targets,
                days,
                around,
                mentioned,
                strict=True,
            ),
            1,
        )
    )
    return Extraction(_countries([*places, *in_title]), _territories([*places, *in_title]), statements, version)


def _speaker(speaker: Speaker | None, origins: Origins) -> Speaker | None:
    return None if speaker is None else replace(speaker, mention=origins.span(speaker.mention))


def _target(target: Target | None, origins: Origins) -> Target | None:
    return None if target is None else replace(target, mention=origins.span(target.mention))


def _cue(document: Document, cue: AttributionCue | None) -> Cue | None:
    return None if cue is None else Cue(cue.span.of(document.text), document.origins.span(cue.span), cue.lemma, cue.act)


def _places_of(attributions: Sequence[Attribution], places: Sequence[Place]) -> Iterator[list[Place]]:
    """For each attribution the places in what was said and in what names its target. Places are in the order of the
    text.
    """
    starts = [place.span.start for place in places]

    def within(span: Span) -> Sequence[Place]:
        return places[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    for attribution in attributions:
        spans = [*attribution.spans, *([attribution.target] if attribution.target else ())]
        yield [place for span in spans for place in within(span) if place.span.end <= span.end]


def _named(places: Iterable[Place]) -> list[Place]:
    return [place for place in places if place.stands and place.kind is not ToponymKind.SIDE]


def _countries(places: Sequence[Place], others: Iterable[str] = ()) -> tuple[str, ...]:
    return tuple(sorted({*(code for place in places for code in place.codes), *others}))


def _territories(places: Sequence[Place]) -> tuple[str, ...]:
    return tuple(sorted({name for place in places for name in place.territories}))
