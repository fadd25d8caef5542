"""Whether whoever speaks was there: at the meeting, or behind the text, that the sentences before tell of."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from indexer.extraction.dating.meetings import REACH, has_one_of, tells_of_meeting
from indexer.extraction.lang.en.dating_patterns import (
    DELEGATES,
    IN_TEXT,
    INDEFINITE,
    NOBODY_IN_PARTICULAR,
    OF_OUTLET,
    SCHOLARS,
)
from indexer.extraction.model.attribution import Attribution, Rule
from indexer.extraction.model.document import Document
from schemas.statement import Span, Speaker

BESIDE = 30  # characters before a mention in which its article stands
NEAR = 300  # characters before and after a cue
STAY = 8  # sentences for which those who hold an office are taken to be there
STAY_OF_OTHERS = 2


class Attendance(IntEnum):
    """NONE for nobody in particular ("a diplomat") and for what was said to an outlet; BY_TEXT for what was written;
    AT_MEETING where the sentence tells of one."""

    NONE = 0
    BY_TEXT = 1
    IN_PERSON = 2
    AT_MEETING = 3


def attendance(document: Document, attribution: Attribution, sentence: Span) -> Attendance:
    """Whether it may have been said there, as its own sentence tells outside of what was said."""
    if attribution.rule is Rule.ACCORDING_TO or _is_nobody_in_particular(document.text, attribution.mention):
        return Attendance.NONE
    told = tuple(_outside(attribution, sentence))
    if any(tells_of_meeting(document.text, span) for span in told):
        return Attendance.AT_MEETING
    if any(OF_OUTLET.search(document.text, *span) for span in told):
        return Attendance.NONE
    return Attendance.BY_TEXT if any(IN_TEXT.search(document.text, *span) for span in told) else Attendance.IN_PERSON


def stay(speaker: Speaker | None, is_body: bool) -> int:
    """For how many sentences behind the meeting they may still speak there. A ministry or an army is not in the room,
    unless its sentence tells so."""
    if speaker is None:
        return STAY_OF_OTHERS
    named = f"{speaker.name} {speaker.role or ''}"
    if has_one_of(DELEGATES, named):
        return REACH
    if is_body or has_one_of(SCHOLARS, named):
        return 0
    return STAY if speaker.role or speaker.organisation or speaker.countries else STAY_OF_OTHERS


def _is_nobody_in_particular(text: str, mention: Span | None) -> bool:
    if mention is None:
        return False
    return (
        NOBODY_IN_PARTICULAR.match(text, *mention) is not None
        or INDEFINITE.search(text, max(0, mention.start - BESIDE), mention.start) is not None
    )


def _outside(attribution: Attribution, sentence: Span) -> Iterator[Span]:
    """What of the sentence was not said, near to it."""
    at = attribution.position
    sentence = Span(max(sentence.start, at - NEAR), min(sentence.end, at + NEAR))
    begin = sentence.start
    for span in attribution.spans:
        if begin < span.start < sentence.end:
            yield Span(begin, span.start)
        begin = max(begin, span.end)
    if begin < sentence.end:
        yield Span(begin, sentence.end)
