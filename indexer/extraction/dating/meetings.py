"""Meetings, ceremonies and the like, and how long what is said belongs to one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.extraction.dating.sentence_dates import SentenceDates
from indexer.extraction.document.words import runs
from indexer.extraction.lang.en.dating_patterns import (
    AT_SAME_MEETING,
    EARLIER,
    IN_A_HOUSE,
    MEETINGS,
    TELL_OF_MEETINGS,
    TELL_OF_SPEECH,
)
from indexer.extraction.model.document import Document
from schemas.dates.partial_dates import PartialDate
from schemas.statement import Span

REACH = 14  # sentences for which a meeting goes on


@dataclass(frozen=True, slots=True)
class Meeting:
    """One on that day, told of in the sentence of that number."""

    day: PartialDate
    sentence: int

    def reaches(self, sentence: int, stay: int) -> bool:
        """Whether those who stay for so many sentences may speak there in the sentence of that number."""
        return sentence - self.sentence <= min(stay, REACH)


def dated_meetings(document: Document, dates: Sequence[SentenceDates]) -> tuple[Meeting | None, ...]:
    """For each sentence the meeting that it tells of with its day, which what is said later belongs to."""
    return tuple(
        _dated_meeting(document.text, number, *of_one)
        for number, of_one in enumerate(zip(document.sentences, dates, strict=True))
    )


def _dated_meeting(text: str, number: int, sentence: Span, dates: SentenceDates) -> Meeting | None:
    first = dates.first_day
    if first is None or first.on is None or EARLIER.search(first.span.of(text)):
        return None
    return Meeting(first.on, number) if tells_of_meeting(text, sentence) else None


def tells_of_meeting(text: str, sentence: Span) -> bool:
    return has_one_of(TELL_OF_MEETINGS, sentence.of(text)) or IN_A_HOUSE.search(text, *sentence) is not None


def tells_of_speech(text: str, sentence: Span) -> bool:
    """Whether it tells of a text, or that somebody spoke."""
    return has_one_of(TELL_OF_SPEECH, sentence.of(text))


def is_at_same_meeting(document: Document, number: int) -> bool:
    """Whether this sentence, or the next of its paragraph, is set "at the same ceremony"."""
    sentence = document.sentences[number]
    following = document.sentences[number + 1 : number + 2]
    is_whole = bool(following) and "\n" not in document.text[sentence.end : following[0].start]
    end = following[0].end if is_whole else sentence.end
    words = document.text[sentence.start : end]
    return has_one_of(MEETINGS, words) and AT_SAME_MEETING.search(words) is not None


def has_one_of(words: frozenset[str], text: str) -> bool:
    """Whether it has one of these words. A pattern that lists them all takes twice as long."""
    return not words.isdisjoint(runs(text.lower()))
