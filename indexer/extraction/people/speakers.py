"""Speakers: from what the cast of an article says of a mention to name, role, organisation and countries."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.fuzz import partial_ratio

from indexer.extraction.people.cast import PRONOUNS, Cast
from indexer.extraction.people.entities import Entity, Sort
from indexer.extraction.people.organisations import find_organisations
from indexer.extraction.people.phrases import Ground
from indexer.extraction.people.words import words_of
from indexer.extraction.places.find import Place
from indexer.extraction.places.table import How
from indexer.extraction.report import Report
from indexer.extraction.sentences import Paragraph
from schemas.article import Article
from schemas.statement import Kind, Span, Speaker

HEADLINE = 300  # a headline that is part of the text ends within so many characters
NEAR = 400  # characters between two quotes of one speaker
ALIKE = 75  # rapidfuzz partial ratio: a headline drops words of the quote, and keeps the rest in its order
ARTICLE = re.compile(r"\A(?:the|a|an) ", re.IGNORECASE)
# Offices that only one state has by that name, where its name is left out.
AT_HOME = (
    (re.compile(r"\b(?:senator|congress(?:wo)?man|treasury secretary|secretary of state|defen[sc]e secretary|attorney general)\b", re.IGNORECASE), "US"),
    (re.compile(r"\b(?:foreign secretary|home secretary|chancellor of the exchequer|downing street)\b", re.IGNORECASE), "GB"),
    (re.compile(r"\b(?:taoiseach|tánaiste)\b", re.IGNORECASE), "IE"),
)  # fmt: skip


class Speakers:
    """Answers for each report of one article who speaks."""

    def __init__(
        self, article: Article, places: Sequence[Place], reports: Sequence[Report], paragraphs: Sequence[Paragraph]
    ):
        self.text, self.title, self.places = article.text, article.title, places
        words = words_of(self.text)
        self.ground = Ground.of(self.text, words, places, find_organisations(self.text))
        mentions = [report.mention for report in reports if report.mention is not None]
        hidden = [span for report in reports if report.kind is Kind.DIRECT for span in report.spans]
        self.paragraph_starts = [paragraph.span.start for paragraph in paragraphs]
        sentence_starts = [sentence.start for paragraph in paragraphs for sentence in paragraph.sentences]
        self.cast = Cast(self.ground, mentions, hidden, sentence_starts)
        self.named = Counter(code for place in places for code in place.codes)
        self.home = self._home()

    def of_reports(self, reports: Sequence[Report]) -> list[Speaker | None]:
        """For each of `reports`, which are in the order of the text.

        A quote that names nobody and has no cue goes on with the one before it; a headline that is all quotation has
        the speaker of the quote that it shortens.
        """
        speakers: list[Speaker | None] = []
        for index, report in enumerate(reports):
            speaker = self.speaker(report.mention)
            if speaker is None and report.mention is None and report.cue is None:
                if index and self._goes_on(reports[index - 1], report):
                    speaker = speakers[-1]
                elif report.spans[0].start < HEADLINE:
                    speaker = self._shortened(report, reports[index + 1 :])
            speakers.append(speaker)
        return speakers

    def _goes_on(self, before: Report, report: Report) -> bool:
        between = self.text[before.spans[-1].end : report.spans[0].start]
        return len(between) < NEAR and between.count("\n\n") < 2

    def _shortened(self, report: Report, later: Sequence[Report]) -> Speaker | None:
        words = " ".join(span.of(self.text) for span in report.spans).lower()
        for other in later:
            if (
                other.mention is not None
                and partial_ratio(words, " ".join(s.of(self.text) for s in other.spans).lower()) >= ALIKE
            ):
                return self.speaker(other.mention)
        return None

    def entity(self, mention: Span) -> Entity | None:
        return self.cast.speaker_at(mention)

    def speaker(self, mention: Span | None) -> Speaker | None:
        """None where nobody is named, or a pronoun has nobody to stand for."""
        if mention is None or not mention.of(self.text).strip():
            return None
        entity = self.entity(mention)
        words = " ".join(mention.of(self.text).split())
        if entity is None:
            return None if words.lower() in PRONOUNS else Speaker(ARTICLE.sub("", words, count=1) or words, mention)
        codes = () if entity.nobody else tuple(sorted(entity.codes or self._inherited(entity)))
        name = entity.name
        if (
            not (entity.named and entity.sort is Sort.PERSON and entity.parts)
            and words.lower() not in PRONOUNS
            and entity.sort is not Sort.BODY
        ):
            name = words if entity.sort is Sort.STATE or not entity.named else name
            name = ARTICLE.sub("", name, count=1) or name
        role = entity.role
        organisation = entity.organisation
        return Speaker(ARTICLE.sub("", name, count=1) or name, mention, role, organisation, codes)

    def _inherited(self, entity: Entity) -> set[str]:
        """Whose office it is where the text leaves it out: a paper's own minister, or that of the place it reports from."""
        if not entity.official or entity.sort is not Sort.PERSON or entity.territories or entity.plural:
            return set()
        role = entity.role or entity.name
        for pattern, code in AT_HOME:
            if pattern.search(role) and code in self.named:
                return {code}
        start, end = self._paragraph(entity.first)
        near = [place for place in self.ground.places_in(start, end) if place.codes]
        for place in near:
            if place.how is How.SEAT or (
                place.how is How.CAPITAL and not place.stands and place.span.start < entity.first
            ):
                return set(place.codes)
        return set(self.home)

    def _paragraph(self, position: int) -> tuple[int, int]:
        index = bisect_right(self.paragraph_starts, position) - 1
        start = self.paragraph_starts[index] if index >= 0 else 0
        end = self.paragraph_starts[index + 1] if index + 1 < len(self.paragraph_starts) else len(self.text)
        return start, end

    def _home(self) -> tuple[str, ...]:
        """The country of the dateline, else the first of the title, else the one named most."""
        from indexer.extraction.places.find import find_places

        for place in self.places:
            if place.span.start > 400:
                break
            opens = place.span.start == 0 or self.text[place.span.start - 1] == "\n"
            if place.how is How.CAPITAL and not place.stands and opens:
                return place.codes
        for place in find_places(self.title):
            if place.codes:
                return place.codes
        return (self.named.most_common(1)[0][0],) if self.named else ()
