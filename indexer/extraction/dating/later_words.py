"""Statements without a day that words further below date: the speaker's next ones, or the story of a headline."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.extraction.dating.clues import Clues
from indexer.extraction.document.layout import HEADLINE
from indexer.extraction.model.document import Document
from schemas.dates import PartialDate
from schemas.statement import Speaker

Days = Sequence[PartialDate | None]

ENDS_OF_SENTENCES = (".", "!", "?", ".”", '."', ".’", ".'")


def dated_from_next_words(
    text: str, clues: Sequence[Clues], speakers: Sequence[Speaker | None], days: Days
) -> tuple[PartialDate | None, ...]:
    """The speaker's next words in the same paragraph tell the day: "hailed the plan. “…,” he said on Friday"."""
    dated = list(days)
    for number in range(len(dated) - 2, -1, -1):
        speaker, following, day = speakers[number], speakers[number + 1], dated[number + 1]
        if dated[number] is not None or speaker is None or following is None or day is None or not day.day:
            continue
        is_one_paragraph = text.find("\n", clues[number].position, clues[number + 1].position) < 0
        if speaker.name == following.name and is_one_paragraph:
            dated[number] = day
    return tuple(dated)


def dated_headlines(
    document: Document, clues: Sequence[Clues], speakers: Sequence[Speaker | None], days: Days
) -> tuple[PartialDate | None, ...]:
    """A headline was said when the story tells it again: by the same speaker, or by one of that country."""
    dated = list(days)
    for number, (clue, speaker) in enumerate(zip(clues, speakers, strict=True)):
        if dated[number] is None and speaker is not None and is_headline(document, clue.position):
            dated[number] = _told_again(speaker, speakers[number + 1 :], dated[number + 1 :])
    return tuple(dated)


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
