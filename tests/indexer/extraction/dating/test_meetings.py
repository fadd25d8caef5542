import pytest

from indexer.extraction.annotation.annotate import annotate
from indexer.extraction.dating.meetings import (
    REACH,
    Meeting,
    dated_meetings,
    is_at_same_meeting,
    tells_of_meeting,
    tells_of_speech,
)
from indexer.extraction.dating.sentence_dates import dates_by_sentence
from indexer.extraction.document.reading import read_document
from indexer.extraction.model.document import Document
from schemas.article import Article
from schemas.dates.partial_dates import PartialDate
from schemas.statement import Span

MONDAY = PartialDate(2024, 5, 13)


def document_of(text: str) -> Document:
    return read_document(Article(text, published_on=PartialDate.parse("2024-05-16")))


def meetings(text: str) -> list[Meeting | None]:
    document = document_of(text)
    return list(dated_meetings(document, dates_by_sentence(document, annotate(document, ()).dates)))


def test_a_meeting_has_the_first_day_of_its_sentence() -> None:
    assert meetings("It rained. The council met on Monday, after talks on Tuesday.") == [None, Meeting(MONDAY, 1)]


@pytest.mark.parametrize(
    "text", ["The council met.", "It rained on Monday.", "The council met, a day earlier.", "In May 2023 they met."]
)
def test_without_a_meeting_or_its_day_there_is_none(text: str) -> None:
    assert meetings(text) == [None]


def test_it_reaches_as_far_as_people_stay_but_not_for_ever() -> None:
    assert Meeting(MONDAY, 3).reaches(5, 2)
    assert not Meeting(MONDAY, 3).reaches(6, 2)
    assert Meeting(MONDAY, 3).reaches(3 + REACH, 99)
    assert not Meeting(MONDAY, 3).reaches(4 + REACH, 99)


@pytest.mark.parametrize(
    ("text", "tells"),
    [("The reply came.", True), ("She spoke.", True), ("They met.", False), ("It rained.", False)],
)
def test_words_that_tell_of_a_text(text: str, tells: bool) -> None:
    assert tells_of_speech(text, Span(0, len(text))) is tells


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("A press conference.", True),
        ("In Parliament.", True),
        ("A meetinghouse.", False),
        ("No.", False),
        ("A post.", False),
    ],
)
def test_words_that_tell_of_a_meeting(text: str, tells: bool) -> None:
    assert tells_of_meeting(text, Span(0, len(text))) is tells


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("He spoke at the same ceremony.", True),
        ("He spoke. It was during the talks.", True),
        ("He spoke.\n\nIt was during the talks.", False),
        ("He spoke. It rained. It was during the talks.", False),
        ("He spoke at a ceremony.", False),
    ],
)
def test_a_sentence_or_the_next_is_set_at_the_same_meeting(text: str, same: bool) -> None:
    assert is_at_same_meeting(document_of(text), 0) is same
