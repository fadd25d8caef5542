"""What the text around a statement tells of its day, before anything is known of other statements."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.extraction.dating.attendance import Attendance, attendance
from indexer.extraction.dating.meetings import is_at_same_meeting, tells_of_meeting, tells_of_speech
from indexer.extraction.dating.sentence_dates import SentenceDates
from indexer.extraction.lang.en.dating_patterns import DEFINITE, LONG_BEFORE, PERFECT
from indexer.extraction.model.attribution import Attribution, AttributionCue
from indexer.extraction.model.document import Document
from schemas.dates.partial_dates import PartialDate
from schemas.statement import Kind, Span

NEXT = 2  # sentences from one that tells of a text to those that give its words
AUXILIARIES = 20  # characters before a cue in which "has" stands


@dataclass(frozen=True, slots=True)
class SentenceClues:
    """`text_day` is the day of a text or a speech that a sentence just before it in its paragraph tells of."""

    number: int
    dates: SentenceDates
    text_day: PartialDate | None
    tells_of_meeting: bool
    is_at_same_meeting: bool


@dataclass(frozen=True, slots=True)
class Clues:
    """`position` is where it is said to have been said, `sentence` the one around it, None before the first.

    `own` is the date of the sentence's main clause next to it, a day before a month. `is_of_no_day`: on a day that the
    text does not tell ("said last week"). `is_perfect`: at some time ("has said"). `attendance`: at a meeting or in
    a text told of before. `is_quote`: wholly in quotation marks. `is_definite`: by "the minister" without a name.
    """

    position: int
    sentence: SentenceClues | None = None
    own: PartialDate | None = None
    is_of_no_day: bool = False
    is_perfect: bool = False
    attendance: Attendance = Attendance.NONE
    is_quote: bool = False
    is_definite: bool = False


def clues_of(
    document: Document,
    attributions: Sequence[Attribution],
    by_sentence: Sequence[SentenceDates],
) -> tuple[Clues, ...]:
    """For each attribution. `by_sentence` are the dates of each sentence outside of what was said."""
    starts = [sentence.start for sentence in document.sentences]
    numbers = [bisect_right(starts, attribution.position) - 1 for attribution in attributions]
    sentences = {number: _sentence_clues(document, number, by_sentence) for number in set(numbers) if number >= 0}

    def clues(attribution: Attribution, sentence: SentenceClues | None) -> Clues:
        if sentence is None:
            return Clues(attribution.position)
        cue, span = attribution.cue, document.sentences[sentence.number]
        return Clues(
            position=attribution.position,
            sentence=sentence,
            own=sentence.dates.nearest(cue.span.start if cue is not None else span.start),
            is_of_no_day=sentence.dates.is_open or _is_of_another_time(document.text, span),
            is_perfect=_is_perfect(document.text, cue),
            attendance=attendance(document, attribution, span),
            is_quote=attribution.kind is Kind.DIRECT,
            is_definite=_is_definite(document.text, attribution.mention),
        )

    return tuple(map(clues, attributions, map(sentences.get, numbers)))


def _is_of_another_time(text: str, sentence: Span) -> bool:
    """ "Earlier, she had said"."""
    return LONG_BEFORE.match(text, sentence.start) is not None


def _sentence_clues(document: Document, number: int, by_sentence: Sequence[SentenceDates]) -> SentenceClues:
    return SentenceClues(
        number=number,
        dates=by_sentence[number],
        text_day=_text_day(document, number, by_sentence),
        tells_of_meeting=tells_of_meeting(document.text, document.sentences[number]),
        is_at_same_meeting=is_at_same_meeting(document, number),
    )


def _text_day(document: Document, number: int, by_sentence: Sequence[SentenceDates]) -> PartialDate | None:
    sentences = document.sentences
    for before in range(number - 1, max(-1, number - NEXT - 1), -1):
        if "\n" in document.text[sentences[before].end : sentences[before + 1].start]:
            return None
        last = by_sentence[before].last_day
        if last is not None:
            return last.on if tells_of_speech(document.text, sentences[before]) else None
    return None


def _is_definite(text: str, mention: Span | None) -> bool:
    """Whether it is "the minister"."""
    return mention is not None and DEFINITE.search(text, max(0, mention.start - len("the ")), mention.end) is not None


def _is_perfect(text: str, cue: AttributionCue | None) -> bool:
    if cue is None:
        return False
    return PERFECT.search(text, max(0, cue.span.start - AUXILIARIES), cue.span.start) is not None
