import pytest

from indexer.extraction.dating.attendance import STAY, STAY_OF_OTHERS, Attendance, attendance, stay
from indexer.extraction.dating.meetings import REACH
from indexer.extraction.document.reading import read_document
from schemas.article import Article
from schemas.statement import Span, Speaker
from tests.indexer.extraction.marked import marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[Ana Silva]] <<said>> {{no}}.", Attendance.IN_PERSON),
        ("The [[minister]] <<said>> {{no}}.", Attendance.IN_PERSON),
        ("[[Ana Silva]] <<told>> a newspaper {{no}}.", Attendance.NONE),
        ("[[Ana Silva]] <<told>> Newswire {{no}}.", Attendance.NONE),
        ("[[Ana Silva]] <<said>> in an interview {{no}}.", Attendance.NONE),
        ("A [[Polish diplomat]] <<said>> {{no}}.", Attendance.NONE),
        ("[[Two Polish diplomats]] <<said>> {{no}}.", Attendance.NONE),
        ("[[Polish officials]] <<said>> {{no}}.", Attendance.NONE),
        ("After three hours the [[minister]] <<said>> {{no}}.", Attendance.IN_PERSON),
        ("[[Ana Silva]] <<wrote>> in a post {{no}}.", Attendance.BY_TEXT),
        ("[[Ana Silva]] <<told>> the Budget Council at the hearing {{no}}.", Attendance.AT_MEETING),
        ("[[Ana Silva]] <<said>> {{no hearing met}}.", Attendance.IN_PERSON),
    ],
)
def test_where_its_own_sentence_tells_it_was_said(text: str, expected: Attendance) -> None:
    plain, attributions = marked(text)
    document = read_document(Article(plain))
    assert attendance(document, attributions[0], document.sentences[0]) is expected


@pytest.mark.parametrize(
    ("speaker", "is_body", "sentences"),
    [
        (Speaker("Ana Silva", Span(0, 9), role="minister"), False, STAY),
        (Speaker("Ana Silva", Span(0, 9)), False, STAY_OF_OTHERS),
        (None, False, STAY_OF_OTHERS),
        (Speaker("Ana Silva", Span(0, 9), role="professor of law"), False, 0),
        (Speaker("navy", Span(0, 4), countries=("PL",)), True, 0),
        (Speaker("Polish delegation", Span(0, 17), countries=("PL",)), True, REACH),
    ],
)
def test_how_long_they_stay(speaker: Speaker | None, is_body: bool, sentences: int) -> None:
    assert stay(speaker, is_body) == sentences
