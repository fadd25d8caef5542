"""The source of each attribution: whom its mention means, or who went on speaking where it names nobody."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapidfuzz.fuzz import partial_ratio

from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.speakers.basis import basis_of, basis_of_mention
from indexer.extraction.coreference.speakers.speaker import speaker
from indexer.extraction.coreference.speakers.surroundings import Surroundings
from indexer.extraction.document.layout import HEADLINE
from indexer.extraction.model.attribution import Attribution
from indexer.extraction.model.coreference import Entity, EntityId, Mention, Source, State
from schemas.statement import Span

NEAR = 400  # characters between two quotes of one speaker
ALIKE = 75  # rapidfuzz partial ratio: a headline drops words of the quote, and keeps the rest in its order
PERSON = "person:"  # how the id of a person who is named begins
NOBODY = Source(None, None, False)


def source(mention: Span, entity: Entity | None, surroundings: Surroundings, discourse: Discourse) -> Source:
    """Whom a mention means, as it is shown."""
    shown = speaker(mention, entity, surroundings)
    if shown is not None:
        shown = replace(shown, basis=basis_of_mention(mention, entity, discourse))
    return Source(shown, entity.id if entity is not None else None, isinstance(entity, State))


def sources(
    text: str, attributions: Sequence[Attribution], by_mention: Mapping[Span, Source], mentions: Sequence[Mention] = ()
) -> tuple[Source, ...]:
    """One for each attribution; these are in the order of the text, and so are all `mentions` of the article.

    A quote that names nobody and has no cue goes on with the one before it, if nobody else acts between; a headline
    that is all quotation has the speaker of the quote that it shortens.
    """
    found: list[Source] = []
    for index, attribution in enumerate(attributions):
        source = by_mention[attribution.mention] if attribution.mention is not None else NOBODY
        if attribution.mention is None and attribution.cue is None:
            between = Span(attributions[index - 1].spans[-1].end, attribution.spans[0].start) if index else Span(0, 0)
            if index and _goes_on(text, attributions[index - 1], attribution):
                if _another_acts(mentions, between, found[-1].entity):
                    found.append(NOBODY)
                    continue
                source = replace(found[-1], is_state=False)
            elif attribution.spans[0].start < HEADLINE:
                quoted = _quoted_again(text, attribution, attributions[index + 1 :])
                source = replace(by_mention[quoted], is_state=False) if quoted is not None else NOBODY
        found.append(source)
    return tuple(map(_with_basis, found, attributions))


def _with_basis(source: Source, attribution: Attribution) -> Source:
    """By where the statement stands, which may lead to the speaker without the mention."""
    shown = source.speaker
    if shown is None or (basis := basis_of(attribution, shown.basis)) is shown.basis:
        return source
    return replace(source, speaker=replace(shown, basis=basis))


def _goes_on(text: str, before: Attribution, attribution: Attribution) -> bool:
    between = attribution.spans[0].start - before.spans[-1].end
    return between < NEAR and text.count("\n\n", before.spans[-1].end, attribution.spans[0].start) < 2


def _another_acts(mentions: Sequence[Mention], between: Span, speaker: EntityId | None) -> bool:
    """ "Minister Silva, on a question about roads, “…”"."""
    first = bisect_left(mentions, between.start, key=lambda mention: mention.span.start)
    last = bisect_left(mentions, between.end, key=lambda mention: mention.span.start)
    acting = (mention.entity for mention in mentions[first:last] if mention.is_subject)
    return any(entity.startswith(PERSON) and entity != speaker for entity in acting)


def _quoted_again(text: str, headline: Attribution, later: Sequence[Attribution]) -> Span | None:
    """The mention of whoever says the words of the headline further down."""
    words = _words(text, headline)
    for other in later:
        if other.mention is not None and partial_ratio(words, _words(text, other)) >= ALIKE:
            return other.mention
    return None


def _words(text: str, attribution: Attribution) -> str:
    return " ".join(span.of(text) for span in attribution.spans).lower()
