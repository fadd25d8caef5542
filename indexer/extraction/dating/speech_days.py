"""On which day each statement was made: from its own sentence, else from the occasion it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from indexer.extraction.dating.sentence_dates import SentenceDates
from indexer.extraction.document.layout import HEADLINE
from indexer.extraction.model.annotation import DateExpression
from indexer.extraction.model.attribution import Attribution
from indexer.extraction.model.document import Document
from schemas.dates import PartialDate
from schemas.statement import Span, Speaker

OCCASION = (
    r"hearing|briefing|ceremony|talks|summit|session|meeting|debate|conference|speech|festival|premiere"
    r"|communiqu[eé]|breakfast|interview|reception|visit|forum|panel|address|dinner|event|press conference"
    r"|negotiations|gathering|workshop|film|rally|vote|statement|document|reply|letter|post|broadcast"
)
EVENT = re.compile(rf"\b(?:{OCCASION}|held|meets?|met|opened|opening|Commons|parliament|Council)\b", re.IGNORECASE)
SAME_OCCASION = re.compile(rf"\b(?:at|in|during|after|of|on) the (?:same )?(?:{OCCASION}|occasion)\b", re.IGNORECASE)
RELEASE = re.compile(
    r"press release|press service|for immediate release|press corner|press statement by", re.IGNORECASE
)
PERFECT = re.compile(r"\b(?:has|have) (?:\w+ )?\Z")  # "has called for calm": no day is meant
SCENE = 14  # sentences for which a meeting goes on
BACK = re.compile(r"\b(?:earlier|before|previous day)\Z")  # "a day earlier" is another occasion than the one told of
SOON = 30  # characters from "said" to its "last week", with whom it was said to between


class SpeechDays:
    """Answers for each report of one article, in the order of the text, when it was said."""

    def __init__(self, document: Document, dates: Sequence[DateExpression], attributions: Sequence[Attribution]):
        self.text, self._title = document.text, document.title.strip()
        self.sentences = document.sentences
        self._starts = [sentence.start for sentence in self.sentences]
        self._dates = _outside(dates, [span for r in attributions for span in r.spans])
        self._date_starts = [mention.span.start for mention in self._dates]
        self._read: dict[int, SentenceDates] = {}  # by the sentence's number, as the next two
        self._events: dict[int, bool] = {}
        self._linked: dict[int, bool] = {}
        published = document.published_on
        opening = (document.source, document.title, self.text[:HEADLINE])
        is_release = any(RELEASE.search(words) for words in opening)
        self._default = published if is_release and published is not None and published.day is not None else None

    def said_on(
        self, attributions: Sequence[Attribution], speakers: Sequence[Speaker | None], present: Sequence[bool]
    ) -> list[PartialDate | None]:
        """In the order of `reports`; `speakers` are theirs, `present` those who can be at a meeting."""
        days: list[PartialDate | None] = [None] * len(attributions)
        of_speaker: dict[str, PartialDate] = {}
        scene = last = None
        read = since = 0
        for number in sorted(range(len(attributions)), key=lambda n: _position(attributions[n])):
            attribution, speaker = attributions[number], speakers[number]
            index = bisect_right(self._starts, _position(attribution)) - 1
            for at in range(read, max(index, read)):
                opened = self._scene(at)
                scene, since = (opened, at) if opened else (scene, since)
            read = max(index, read)
            if index - since > SCENE:
                scene = None
            name = speaker.name if speaker is not None else ""
            day = self._day(attribution, index, of_speaker.get(name), scene if present[number] else None, last)
            days[number] = day
            if day is not None:
                last = day
                if name:
                    of_speaker[name] = day
                if index >= 0 and self._tells_of_an_event(index):
                    scene, since = day, index
        self._date_from_below(attributions, speakers, days)
        self._date_the_headline(attributions, speakers, days)
        return days

    def _day(
        self,
        attribution: Attribution,
        index: int,
        of_speaker: PartialDate | None,
        scene: PartialDate | None,
        last: PartialDate | None,
    ) -> PartialDate | None:
        if index < 0:
            return None
        main, relative = self._own(attribution, index)
        if main is not None:
            return main
        if self._is_of_no_day(attribution, self.sentences[index]):
            return None
        if attribution.cue is not None and PERFECT.search(
            self.text, max(0, attribution.cue.span.start - 20), attribution.cue.span.start
        ):
            return self._default
        if of_speaker is not None or relative is not None:
            return of_speaker or relative
        linked = last if self._is_linked(index) else None
        return self._of_paragraph(index) or linked or scene or self._default

    def _in(self, index: int) -> SentenceDates:
        if index not in self._read:
            sentence = self.sentences[index]
            first, last = (bisect_left(self._date_starts, position) for position in sentence)
            self._read[index] = SentenceDates.of(self.text, sentence, self._dates[first:last])
        return self._read[index]

    def _own(self, attribution: Attribution, index: int) -> tuple[PartialDate | None, PartialDate | None]:
        """The date nearest to the cue in its sentence, a day before a month; and one from a relative clause."""
        anchor = attribution.cue.span.start if attribution.cue is not None else self.sentences[index].start
        dates = self._in(index)
        return dates.nearest(anchor), dates.relative

    def _is_of_no_day(self, attribution: Attribution, sentence: Span) -> bool:
        """ "Said last week": on a day that the text does not tell."""
        if attribution.cue is None:
            return False
        first = bisect_left(self._date_starts, attribution.cue.span.end)
        soon = self._dates[first : first + 1]
        if not soon or soon[0].on is not None or soon[0].span.start >= sentence.end:
            return False
        near = soon[0].span.start - attribution.cue.span.end <= SOON
        return near and soon[0].span.of(self.text).lower() == "last week"

    def _of_paragraph(self, index: int) -> PartialDate | None:
        """A day in the sentences before, in the same paragraph, but not further than a meeting reaches."""
        first = max(0, index - SCENE)
        while index > first and "\n" not in self.text[self.sentences[index - 1].end : self.sentences[index].start]:
            index -= 1
            last = self._in(index).last_day
            if last is not None:
                return last.on
        return None

    def _scene(self, index: int) -> PartialDate | None:
        """The day of a meeting, a ceremony or the like, which what is said later belongs to."""
        first = self._in(index).first_day
        if first is None or BACK.search(first.span.of(self.text)) or not self._tells_of_an_event(index):
            return None
        return first.on

    def _tells_of_an_event(self, index: int) -> bool:
        if index not in self._events:
            self._events[index] = EVENT.search(self.text, *self.sentences[index]) is not None
        return self._events[index]

    def _is_linked(self, index: int) -> bool:
        """Whether this sentence, or the next of its paragraph, is set "at the same ceremony"."""
        if index not in self._linked:
            end = self.sentences[index].end
            if index + 1 < len(self.sentences) and "\n" not in self.text[end : self.sentences[index + 1].start]:
                end = self.sentences[index + 1].end
            self._linked[index] = SAME_OCCASION.search(self.text, self.sentences[index].start, end) is not None
        return self._linked[index]

    def _date_from_below(
        self, attributions: Sequence[Attribution], speakers: Sequence[Speaker | None], days: list[PartialDate | None]
    ) -> None:
        """The speaker's next words in the same paragraph tell the day: "hailed the plan. “…,” he said on Friday"."""
        for number in range(len(attributions) - 2, -1, -1):
            speaker, following = speakers[number], speakers[number + 1]
            day = days[number + 1]
            if days[number] is not None or speaker is None or following is None or day is None or not day.day:
                continue
            if speaker.name == following.name and not self._is_parted(attributions[number], attributions[number + 1]):
                days[number] = day

    def _is_parted(self, attribution: Attribution, following: Attribution) -> bool:
        """Whether a line ends between them."""
        return self.text.find("\n", _position(attribution), _position(following)) >= 0

    def _is_headline(self, position: int) -> bool:
        """In the title, or in an early line that does not end like a sentence."""
        if position > HEADLINE:
            return False
        end = self.text.find("\n", position)
        line = self.text[self.text.rfind("\n", 0, position) + 1 : end if end >= 0 else len(self.text)].strip()
        return line == self._title or not line.endswith((".", "!", "?", ".”", '."', ".’", ".'"))

    def _date_the_headline(
        self, attributions: Sequence[Attribution], speakers: Sequence[Speaker | None], days: list[PartialDate | None]
    ) -> None:
        """A headline was said when the story tells it again: by the same speaker, or by one of that country."""
        for number, (attribution, speaker) in enumerate(zip(attributions, speakers, strict=True)):
            if days[number] is not None or speaker is None or not self._is_headline(_position(attribution)):
                continue
            later = [
                (other, day)
                for other, day in zip(speakers[number + 1 :], days[number + 1 :], strict=True)
                if other and day
            ]
            same = [day for other, day in later if other.name == speaker.name]
            country = [day for other, day in later if speaker.countries and other.countries == speaker.countries]
            days[number] = next(iter(same or country), None)


def _position(attribution: Attribution) -> int:
    return attribution.cue.span.start if attribution.cue is not None else attribution.spans[0].start


def _outside(mentions: Sequence[DateExpression], contents: Sequence[Span]) -> list[DateExpression]:
    """Those that do not lie in what was said."""
    spans = sorted(contents)
    starts = [span.start for span in spans]
    outside = []
    for mention in mentions:
        index = bisect_right(starts, mention.span.start) - 1
        if not any(mention.span.start < span.end for span in spans[max(0, index - 2) : index + 1]):
            outside.append(mention)
    return outside
