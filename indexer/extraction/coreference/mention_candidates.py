"""Which spans of a text may mention somebody: names, role phrases, organisations, places, pronouns and "both sides"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.extraction.coreference.bodies.groups import is_several
from indexer.extraction.coreference.bodies.people_together import is_several_people
from indexer.extraction.coreference.pronouns import is_pronoun
from indexer.extraction.model.annotation import (
    Annotations,
    OrganisationMention,
    PersonName,
    Place,
    RolePhrase,
    ToponymKind,
)
from schemas.statement import Span

Annotation = PersonName | RolePhrase | OrganisationMention | Place


@dataclass(frozen=True, slots=True)
class Spans:
    """In the order of the text; a look-up takes the logarithm of their number."""

    spans: Sequence[Span]
    starts: Sequence[int]

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Spans:
        ordered = sorted(set(spans))
        return cls(ordered, [span.start for span in ordered])

    def around(self, span: Span) -> Span | None:
        """One that has characters in common with it."""
        index = bisect_left(self.starts, span.end)
        for each in self.spans[max(0, index - 2) : index]:
            if each.end > span.start:
                return each
        return None

    def hold(self, position: int) -> bool:
        index = bisect_right(self.starts, position) - 1
        return index >= 0 and position < self.spans[index].end


@dataclass(frozen=True, slots=True)
class Candidate:
    """`annotation` is what was found there, None of a pronoun or several at once, which are read as they stand.

    `words` are those that name a speaker, if it is a part of them, `target` those that name the target of a statement.
    """

    span: Span
    annotation: Annotation | None
    words: Span | None
    target: Span | None = None


def candidates(annotations: Annotations, speakers: Spans, targets: Spans) -> list[Candidate]:
    """In the order of the text, the longer first; what lies in another, or in a speaker or a target that is read whole,
    is out.
    """
    phrases = Spans.of(phrase.span for phrase in annotations.role_phrases)
    others: list[tuple[Span, Annotation]] = [(name.span, name) for name in annotations.names]
    others += ((each.span, each) for each in annotations.role_phrases if not _ends_a_seat(each, annotations))
    others += [(place.span, place) for place in annotations.places if not phrases.hold(place.span.start)]
    others += [(each.span, each) for each in annotations.organisations if not phrases.hold(each.start)]
    annotated = Spans.of(span for span, _ in others)
    whole = Spans.of(
        [
            *(words for words in (*speakers.spans, *targets.spans) if _is_read_whole(words, annotations)),
            *(words for words in targets.spans if annotated.around(words) is None),
        ]
    )
    found: list[tuple[Span, Annotation | None]] = [(words, None) for words in whole.spans]
    found += [(span, annotation) for span, annotation in others if not _is_in_one(span, whole)]
    found.sort(key=lambda each: (each[0].start, -each[0].end))
    return [Candidate(span, annotation, speakers.around(span), targets.around(span)) for span, annotation in found]


def _ends_a_seat(phrase: RolePhrase, annotations: Annotations) -> bool:
    """ "Development Office" of the Foreign, Commonwealth & Development Office."""
    place = annotations.place_at(phrase.start)
    return place is not None and place.kind is ToponymKind.SEAT and place.span.start < phrase.start


def _is_read_whole(mention: Span, annotations: Annotations) -> bool:
    words = mention.of(annotations.text)
    return is_pronoun(words) or is_several_people(words) or is_several(mention, annotations)


def _is_in_one(span: Span, whole: Spans) -> bool:
    index = bisect_right(whole.starts, span.end) - 1
    return index >= 0 and span.start < whole.spans[index].end and whole.spans[index].start < span.end
