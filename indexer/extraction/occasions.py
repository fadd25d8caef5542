"""On which day each statement was made: from its own sentence, else from the occasion it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from indexer.extraction.dates import DateMention, dates_outside, find_dates
from indexer.extraction.people.entities import Entity
from indexer.extraction.people.speakers import Speakers
from indexer.extraction.report import Report
from indexer.extraction.sentences import Paragraph
from schemas.article import Article
from schemas.dates import PartialDate
from schemas.statement import Span

RELATIVE = re.compile(r"\b(?:who|which|whose|where|when|as|after|before)\b[^,]*\Z")
EVENT = re.compile(
    r"\b(?:held|meets?|met|hearing|briefing|ceremony|talks|summit|session|opened|opening|meeting|debate|conference|speech|festival|premiere"
    r"|Commons|parliament|Council|statement|communique|communiqué|breakfast|interview|reception|visit|news conference|forum|panel|address)\b"
)
RELEASE = re.compile(
    r"press release|press service|press statement|for immediate release|communiqué|press corner", re.IGNORECASE
)


class Occasions:
    """Answers for each report of one article when it was said."""

    def __init__(self, article: Article, reports: Sequence[Report], lines: Sequence[Paragraph], speakers: Speakers):
        self.text = article.text
        self.sentences = [sentence for line in lines for sentence in line.sentences]
        self.starts = [sentence.start for sentence in self.sentences]
        contents = sorted(span for report in reports for span in report.spans)
        self.dates = list(dates_outside(find_dates(self.text, article.published_on), contents))
        self.date_starts = [mention.span.start for mention in self.dates]
        self.speakers = speakers
        source = article.source.name if article.source else ""
        is_release = RELEASE.search(source) or RELEASE.search(self.text[:200]) or RELEASE.search(article.title)
        self.default = (
            article.published_on if is_release and article.published_on and article.published_on.day else None
        )
        self.days: dict[Report, PartialDate | None] = {}
        self._walk(reports)

    def said_on(self, report: Report) -> PartialDate | None:
        return self.days.get(report)

    def _walk(self, reports: Sequence[Report]) -> None:
        of_speaker: dict[int, PartialDate] = {}
        scene: PartialDate | None = None
        at = 0
        undated: list[tuple[Report, Entity | None]] = []
        for report in sorted(reports, key=self._position):
            position = self._position(report)
            index = bisect_right(self.starts, position) - 1
            for earlier in range(at, max(index, at)):
                scene = self._scene(self.sentences[earlier]) or scene
            at = max(index, at)
            entity = self.speakers.entity(report.mention) if report.mention else None
            own = self._own(report, index)
            day = (
                own
                or (of_speaker.get(id(entity)) if entity else None)
                or self._paragraph_scene(index)
                or scene
                or self.default
            )
            self.days[report] = day
            if day is None:
                undated.append((report, entity))
            elif entity is not None:
                of_speaker[id(entity)] = day
            if 0 <= index < len(self.sentences) and day and EVENT.search(self.text, *self.sentences[index]):
                scene = day
        for report, entity in undated:
            if entity is not None and self._position(report) < 400:
                self.days[report] = of_speaker.get(id(entity)) or self._of_country(entity, reports)

    def _of_country(self, entity: Entity, reports: Sequence[Report]) -> PartialDate | None:
        for report in reports:
            day = self.days.get(report)
            other = self.speakers.entity(report.mention) if report.mention else None
            if day and other is not None and entity.codes and entity.codes == other.codes:
                return day
        return None

    def _position(self, report: Report) -> int:
        return (
            report.cue.span.start
            if report.cue
            else report.mention.start
            if report.mention and not report.spans
            else report.spans[0].start
        )

    def _in(self, sentence: Span) -> list[DateMention]:
        return self.dates[bisect_left(self.date_starts, sentence.start) : bisect_left(self.date_starts, sentence.end)]

    def _own(self, report: Report, index: int) -> PartialDate | None:
        """The date nearest to the cue in its sentence; one in a relative clause only if there is no other."""
        if not 0 <= index < len(self.sentences):
            return None
        sentence = self.sentences[index]
        fitting = [mention for mention in self._in(sentence) if mention.on is not None and not mention.aside]
        main = [mention for mention in fitting if not RELATIVE.search(self.text, sentence.start, mention.span.start)]
        anchor = report.cue.span.start if report.cue else sentence.start
        chosen = sorted(
            main or fitting,
            key=lambda mention: (mention.on.day is None, abs(mention.span.start - anchor)) if mention.on else (True, 0),
        )
        return chosen[0].on if chosen else None

    def _paragraph_scene(self, index: int) -> PartialDate | None:
        """A date in the sentences before, in the same paragraph."""
        while index > 0 and "\n" not in self.text[self.sentences[index - 1].end : self.sentences[index].start]:
            index -= 1
            for mention in reversed(self._in(self.sentences[index])):
                if mention.on is not None and not mention.aside and mention.on.day is not None:
                    return mention.on
        return None

    def _scene(self, sentence: Span) -> PartialDate | None:
        if not EVENT.search(self.text, sentence.start, sentence.end):
            return None
        for mention in self._in(sentence):
            if mention.on is not None and mention.on.day is not None and not mention.aside:
                return mention.on
        return None
