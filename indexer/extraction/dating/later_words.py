"""Statements without a day that words further below date: the speaker's next ones, or the story of a headline."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.extraction.dating.clues import Clues
from indexer.extraction.document.layout import HEADLINE
from indexer.extraction.model.attribution import Attribution
from indexer.extraction.model.document import Document
from schemas.dates.partial_dates import PartialDate
from schemas.statement import Kind, Speaker

Days = Sequence[PartialDate | None]

ENDS_OF_SENTENCES = (".", "!", "?", ".”", '."', ".’", ".'")


def dated_from_next_words(
    text: str,
    attributions: Sequence[Attribution],
    clues: Sequence[Clues],
    speakers: Sequence[Speaker | None],
    days: Days,
) -> tuple[PartialDate | None, ...]:
    """The speaker's next words tell the day, in the same sentence, or if they are a quote that follows in the same
    paragraph: "hailed the plan. “…,” he said on Friday". "On Friday he said" begins something new.
    """
    dated = list(days)
    for number in range(len(dated) - 2, -1, -1):
        speaker, following, day = speakers[number], speakers[number + 1], dated[number + 1]
        if dated[number] is not None or speaker is None or following is None or day is None or not day.day:
            continue
        if speaker.name == following.name and _goes_on(text, attributions, clues, number):
            dated[number] = day
    return tuple(dated)


def _goes_on(text: str, attributions: Sequence[Attribution], clues: Sequence[Clues], number: int) -> bool:
    this, following = clues[number].sentence, clues[number + 1].sentence
    if this is None or following is None or clues[number].is_of_no_day or clues[number].is_perfect:
        return False
    if this.number == following.number:
        return True
    next_one, position = attributions[number + 1], clues[number + 1].position
    is_quote_first = next_one.kind is Kind.DIRECT and next_one.spans[0].start <= position
    return is_quote_first and text.find("\n", clues[number].position, position) < 0


def dated_headlines(
    document: Document, clues: Sequence[Clues], speakers: Sequence[Speaker | None], days: Days
) -> tuple[PartialDate | None, ...]:
    """A headline was said when the story tells it again: by the same speaker, or by one of that country.

    So was a first sentence in the perfect ("has said") that the speaker's next words tell again.
    """
    dated = list(days)
    for number, (clue, speaker) in enumerate(zip(clues, speakers, strict=True)):
        if dated[number] is None and speaker is not None and is_headline(document, clue.position):
            dated[number] = _told_again(speaker, speakers[number + 1 :], dated[number + 1 :])
        elif dated[number] is None and speaker is not None and clue.is_perfect and _is_lead(clue):
            following = speakers[number + 1 : number + 2]
            is_same = any(other is not None and other.name == speaker.name for other in following)
            dated[number] = dated[number + 1] if is_same else None
    return tuple(dated)


def _is_lead(clue: Clues) -> bool:
    return clue.sentence is not None and clue.sentence.number == 0


def _told_again(speaker: Speaker, others: Sequence[Speaker | None], days: Days) -> PartialDate | None:
    later = [(other, day) for other, day in zip(others, days, strict=True) if other is not None and day is not None]
    same = [day for other, day in later if other.name == speaker.name]
    of_country = [day for other, day in later if speaker.countries and other.countries == speaker.countries]
    return next(iter(same or of_country), None)


def is_headline(document: Document, position: int) -> bool:
    """Whether it stands in the title, or in an early line that does not end like a sentence."""
    if position > HEADLINE:
        return False
    text = document.text
    end = text.find("\n", position)
    line = text[text.rfind("\n", 0, position) + 1 : end if end >= 0 else len(text)].strip()
    return line == document.title.strip() or not line.endswith(ENDS_OF_SENTENCES)
