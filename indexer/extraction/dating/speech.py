"""On which day each statement was made: from its own sentence, else from the meeting or the speaker it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.extraction.dating.clues import Clues, SentenceClues, clues_of
from indexer.extraction.dating.later_words import dated_from_next_words, dated_headlines
from indexer.extraction.dating.meetings import Meeting, dated_meetings
from indexer.extraction.dating.sentence_dates import dates_by_sentence, dates_outside
from indexer.extraction.document.layout import HEADLINE
from indexer.extraction.lang.en.dating_patterns import RELEASE
from indexer.extraction.model.annotation import Annotations
from indexer.extraction.model.attribution import Attribution
from indexer.extraction.model.coreference import Coreference, Source
from indexer.extraction.model.document import Document
from schemas.dates import PartialDate


def date_speech(
    document: Document, attributions: Sequence[Attribution], annotations: Annotations, coreference: Coreference
) -> tuple[PartialDate | None, ...]:
    """When each attribution was said, in their order; None where the text does not tell."""
    dates = dates_outside(annotations.dates, attributions)
    by_sentence = dates_by_sentence(document, dates)
    clues = clues_of(document, attributions, dates, by_sentence)
    meetings = dated_meetings(document, by_sentence)
    days = _dated_in_order(clues, coreference.sources, meetings, _day_of_release(document))
    speakers = [source.speaker for source in coreference.sources]
    days = dated_from_next_words(document.text, clues, speakers, days)
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
    meetings: Sequence[Meeting | None],
    release: PartialDate | None,
) -> tuple[PartialDate | None, ...]:
    """From the first that is said to the last: what is known of one tells of those behind it."""
    days: list[PartialDate | None] = [None] * len(clues)
    of_speaker: dict[str, PartialDate] = {}
    meeting, last, read = None, None, 0
    for number in sorted(range(len(clues)), key=lambda number: clues[number].position):
        sentence, speaker = clues[number].sentence, sources[number].speaker
        if sentence is None:
            continue
        meeting = next((each for each in reversed(meetings[read : sentence.number]) if each is not None), meeting)
        read = max(read, sentence.number)
        if meeting is not None and not meeting.reaches(sentence.number):
            meeting = None
        name = speaker.name if speaker is not None else ""
        attended = meeting if not sources[number].is_state else None
        day = _day_of(clues[number], sentence, of_speaker.get(name), attended, last, release)
        if day is None:
            continue
        days[number] = last = day
        if name:
            of_speaker[name] = day
        if sentence.tells_of_meeting:
            meeting = Meeting(day, sentence.number)
    return tuple(days)


def _day_of(
    clues: Clues,
    sentence: SentenceClues,
    of_speaker: PartialDate | None,
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
    at_same = last if sentence.is_at_same_meeting else None
    of_meeting = attended.day if attended is not None else None
    return of_speaker or sentence.dates.relative or sentence.paragraph_day or at_same or of_meeting or release
