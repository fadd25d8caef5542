"""On which day each statement was made: from its own sentence, else from the meeting or the speaker it belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.extraction.dating.attendance import Attendance, stay
from indexer.extraction.dating.clues import Clues, SentenceClues, clues_of
from indexer.extraction.dating.later_words import dated_from_next_words, dated_headlines
from indexer.extraction.dating.meetings import REACH, Meeting, dated_meetings
from indexer.extraction.dating.sentence_dates import dates_by_sentence, dates_outside
from indexer.extraction.document.layout import HEADLINE
from indexer.extraction.lang.en.dating_patterns import RELEASE
from indexer.extraction.model.annotation import Annotations
from indexer.extraction.model.attribution import Attribution
from indexer.extraction.model.coreference import Body, Coreference, Entity, EntityId, Source
from indexer.extraction.model.document import Document
from schemas.dates.partial_dates import PartialDate


@dataclass(frozen=True, slots=True)
class Before:
    """The statement before: the number of its sentence, by whom and when."""

    sentence: int
    source: Source
    day: PartialDate | None


def date_speech(
    document: Document, attributions: Sequence[Attribution], annotations: Annotations, coreference: Coreference
) -> tuple[PartialDate | None, ...]:
    """When each attribution was said, in their order; None where the text does not tell."""
    by_sentence = dates_by_sentence(document, dates_outside(annotations.dates, attributions))
    clues = clues_of(document, attributions, by_sentence)
    meetings = dated_meetings(document, by_sentence)
    days = _dated_in_order(clues, coreference.sources, coreference.entities, meetings, _day_of_release(document))
    speakers = [source.speaker for source in coreference.sources]
    days = dated_from_next_words(document.text, attributions, clues, speakers, days)
    return dated_headlines(document, clues, speakers, days)


def _day_of_release(document: Document) -> PartialDate | None:
    """What a press release says, it says on the day of its publication."""
    opening = (document.source, document.title, document.text[:HEADLINE])
    published = document.published_on
    is_release = any(RELEASE.search(words) for words in opening)
    return published if is_release and published is not None and published.day is not None else None


def _dated_in_order(
    clues: Sequence[Clues],
    sources: Sequence[Source],
    entities: Mapping[EntityId, Entity],
    meetings: Sequence[Meeting | None],
    release: PartialDate | None,
) -> tuple[PartialDate | None, ...]:
    """From the first that is said to the last: what is known of one tells of those behind it."""
    days: list[PartialDate | None] = [None] * len(clues)
    of_speaker: dict[str, PartialDate] = {}
    before: Before | None = None
    meeting, last, read = None, None, 0
    for number in sorted(range(len(clues)), key=lambda number: clues[number].position):
        sentence, speaker = clues[number].sentence, sources[number].speaker
        if sentence is None:
            continue
        meeting = next((each for each in reversed(meetings[read : sentence.number]) if each is not None), meeting)
        read = max(read, sentence.number)
        name = speaker.name if speaker is not None else ""
        is_body = isinstance(entities.get(sources[number].entity or ""), Body)
        attended = _attended(meeting, clues[number], sentence, sources[number], is_body)
        goes_on = before is not None and _speaks_for(before, clues[number], sources[number], entities)
        of_same = of_speaker.get(name) or (before.day if before is not None and goes_on else None)
        day = _day_of(clues[number], sentence, of_same, sources[number].is_state, attended, last, release)
        before = Before(sentence.number, sources[number], day)
        if day is None:
            if clues[number].is_of_no_day:
                of_speaker.pop(name, None)
            continue
        days[number] = last = day
        if name:
            of_speaker[name] = day
        if day.day is not None and (sentence.tells_of_meeting or (attended is not None and attended.day == day)):
            meeting = Meeting(day, sentence.number)
    return tuple(days)


def _attended(
    meeting: Meeting | None, clues: Clues, sentence: SentenceClues, source: Source, is_body: bool
) -> Meeting | None:
    if meeting is None or source.is_state or clues.attendance < Attendance.IN_PERSON:
        return None
    sentences = REACH if clues.attendance is Attendance.AT_MEETING else stay(source.speaker, is_body)
    return meeting if meeting.reaches(sentence.number, sentences) else None


def _speaks_for(before: Before, clues: Clues, source: Source, entities: Mapping[EntityId, Entity]) -> bool:
    """Whether a quote just behind what a body said is one of its people's, or "the minister"'s of that country."""
    speaker, other = source.speaker, before.source.speaker
    if speaker is None or clues.sentence is None or not clues.is_quote or source.is_state:
        return False
    if clues.sentence.number - before.sentence > 1:
        return False
    if other is None:
        return clues.is_definite
    is_of_body = isinstance(entities.get(before.source.entity or ""), Body)
    is_of_country = bool(speaker.countries) and speaker.countries == other.countries
    return is_of_country and (is_of_body or clues.is_definite)


def _day_of(
    clues: Clues,
    sentence: SentenceClues,
    of_speaker: PartialDate | None,
    is_state: bool,
    attended: Meeting | None,
    last: PartialDate | None,
    release: PartialDate | None,
) -> PartialDate | None:
    """The first of them that is known: `of_speaker` is when the same one spoke before, `last` when anybody did."""
    if clues.own is not None:
        return clues.own
    if clues.is_of_no_day:
        return None
    if clues.is_perfect:
        return release
    of_text = sentence.text_day if clues.attendance is not Attendance.NONE and not is_state else None
    at_same = last if sentence.is_at_same_meeting and clues.attendance is not Attendance.NONE else None
    of_meeting = attended.day if attended is not None else None
    return of_speaker or sentence.dates.relative or of_text or at_same or of_meeting or release
