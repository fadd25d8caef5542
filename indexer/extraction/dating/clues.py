"""What the text around a statement tells of its day, before anything is known of other statements."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.extraction.dating.meetings import REACH, is_at_same_meeting, tells_of_meeting
from indexer.extraction.dating.sentence_dates import SentenceDates
from indexer.extraction.lang.en.dating_patterns import OF_NO_DAY, PERFECT
from indexer.extraction.model.annotation import DateExpression
from indexer.extraction.model.attribution import Attribution, AttributionCue
from indexer.extraction.model.document import Document
from schemas.dates import PartialDate

SOON = 30  # characters from "said" to its "last week", with whom it was said to between
AUXILIARIES = 20  # characters before a cue in which "has" stands


@dataclass(frozen=True, slots=True)
class SentenceClues:
    """`paragraph_day` is the last day in the sentences before it in its paragraph."""

    number: int
    dates: SentenceDates
    paragraph_day: PartialDate | None
    tells_of_meeting: bool
    is_at_same_meeting: bool


@dataclass(frozen=True, slots=True)
class Clues:
    """`position` is where it is said to have been said, `sentence` the one around it, None before the first.

    `own` is the date of the sentence's main clause next to it, a day before a month. `is_of_no_day`: on a day that the
    text does not tell ("said last week"). `is_perfect`: at some time ("has said").
    """

    position: int
    sentence: SentenceClues | None
    own: PartialDate | None
    is_of_no_day: bool
    is_perfect: bool


def clues_of(
    document: Document,
    attributions: Sequence[Attribution],
    dates: Sequence[DateExpression],
    by_sentence: Sequence[SentenceDates],
) -> tuple[Clues, ...]:
    """For each attribution. `dates` are those outside of what was said, `by_sentence` those of each sentence."""
    starts = [sentence.start for sentence in document.sentences]
    numbers = [bisect_right(starts, position(attribution)) - 1 for attribution in attributions]
    sentences = {number: _sentence_clues(document, number, by_sentence) for number in set(numbers) if number >= 0}
    date_starts = [date.span.start for date in dates]

    def clues(attribution: Attribution, sentence: SentenceClues | None) -> Clues:
        if sentence is None:
            return Clues(position(attribution), None, None, is_of_no_day=False, is_perfect=False)
        cue, end = attribution.cue, document.sentences[sentence.number].end
        start = cue.span.start if cue is not None else document.sentences[sentence.number].start
        following = bisect_left(date_starts, cue.span.end) if cue is not None else len(dates)
        return Clues(
            position=position(attribution),
            sentence=sentence,
            own=sentence.dates.nearest(start),
            is_of_no_day=_is_of_no_day(document.text, cue, dates[following : following + 1], end),
            is_perfect=_is_perfect(document.text, cue),
        )

    return tuple(map(clues, attributions, map(sentences.get, numbers)))


def position(attribution: Attribution) -> int:
    """Where it is said to have been said: its cue, or where it begins."""
    return attribution.cue.span.start if attribution.cue is not None else attribution.spans[0].start


def _sentence_clues(document: Document, number: int, by_sentence: Sequence[SentenceDates]) -> SentenceClues:
    return SentenceClues(
        number=number,
        dates=by_sentence[number],
        paragraph_day=_paragraph_day(document, number, by_sentence),
        tells_of_meeting=tells_of_meeting(document.text, document.sentences[number]),
        is_at_same_meeting=is_at_same_meeting(document, number),
    )


def _paragraph_day(document: Document, number: int, by_sentence: Sequence[SentenceDates]) -> PartialDate | None:
    """Not further away than a meeting reaches."""
    sentences = document.sentences
    for before in range(number - 1, max(-1, number - REACH - 1), -1):
        if "\n" in document.text[sentences[before].end : sentences[before + 1].start]:
            return None
        last = by_sentence[before].last_day
        if last is not None:
            return last.on
    return None


def _is_of_no_day(text: str, cue: AttributionCue | None, following: Sequence[DateExpression], end: int) -> bool:
    """`following` is the first date behind the cue, `end` that of the sentence."""
    if cue is None or not following:
        return False
    date = following[0]
    is_near = date.span.start < end and date.span.start - cue.span.end <= SOON
    return date.on is None and is_near and date.span.of(text).lower() == OF_NO_DAY


def _is_perfect(text: str, cue: AttributionCue | None) -> bool:
    if cue is None:
        return False
    return PERFECT.search(text, max(0, cue.span.start - AUXILIARIES), cue.span.start) is not None
