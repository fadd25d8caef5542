import pytest

from indexer.extraction.annotation.annotate import annotate
from indexer.extraction.dating.clues import Clues, clues_of
from indexer.extraction.dating.sentence_dates import dates_by_sentence, dates_outside
from indexer.extraction.document.reading import read_document
from indexer.extraction.model.attribution import Attribution, Rule
from schemas.article import Article
from schemas.dates.partial_dates import PartialDate
from schemas.statement import Kind, Span
from tests.indexer.extraction.marked import marked

MONDAY, TUESDAY = PartialDate(2024, 5, 13), PartialDate(2024, 5, 14)


def clues(text: str) -> Clues:
    """Of the last attribution."""
    plain, attributions = marked(text)
    document = read_document(Article(plain, published_on=PartialDate.parse("2024-05-16")))
    dates = dates_outside(annotate(document, attributions).dates, attributions)
    return clues_of(document, attributions, dates_by_sentence(document, dates))[-1]


def test_the_date_next_to_the_cue() -> None:
    assert clues("On Monday it rained, but [[Ilk]] <<said>> on Tuesday {{no}}.").own == TUESDAY
    assert clues("It rained on Monday. [[Ilk]] <<said>> {{no}}.").own is None


def test_a_day_that_the_text_does_not_tell() -> None:
    assert clues("[[Ilk]] <<told>> reporters at the weekend {{no}}.").is_of_no_day
    assert not clues("[[Ilk]] <<said>> {{no}}. Last week it rained.").is_of_no_day
    assert clues("At the weekend [[Ilk]] <<told>> reporters of many papers and channels {{no}}.").is_of_no_day
    assert clues("Earlier, [[Ilk]] had <<said>> {{no}}.").is_of_no_day
    assert not clues("Earlier [[Ilk]] had <<said>> {{no}}.").is_of_no_day
    assert not clues("[[Ilk]], who came at the weekend, <<said>> {{no}}.").is_of_no_day


@pytest.mark.parametrize(
    ("text", "perfect"),
    [
        ("[[Ilk]] has <<called for>> {{calm}}.", True),
        ("[[Ilk]] has long <<called for>> {{calm}}.", True),
        ("[[Ilk]] <<called for>> {{calm}}.", False),
        ("[[Ilk]] has a dog and <<called for>> {{calm}}.", False),
    ],
)
def test_what_has_been_said_at_some_time(text: str, perfect: bool) -> None:
    assert clues(text).is_perfect is perfect


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Monday it rained. The reply came on Tuesday. [[Ilk]] <<said>> {{no}}.", TUESDAY),
        ("The reply came on Tuesday. It was short. [[Ilk]] <<said>> {{no}}.", TUESDAY),
        ("The reply came on Tuesday. It was short. It snowed. [[Ilk]] <<said>> {{no}}.", None),
        ("The reply came on Tuesday.\n\nIt snowed. [[Ilk]] <<said>> {{no}}.", None),
        ("It rained on Tuesday. [[Ilk]] <<said>> {{no}}.", None),
    ],
)
def test_the_day_of_a_text_told_of_just_before(text: str, day: PartialDate | None) -> None:
    sentence = clues(text).sentence
    assert sentence is not None
    assert sentence.text_day == day


@pytest.mark.parametrize(
    ("text", "definite"),
    [
        ("[[the Polish minister]] <<said>> {{no}}.", True),
        ("The [[minister]] <<said>> {{no}}.", True),
        ("[[Ilk]] <<said>> {{no}}.", False),
        ("The [[Ilk]] <<said>> {{no}}.", False),
        ("A [[minister]] <<said>> {{no}}.", False),
    ],
)
def test_an_office_without_a_name(text: str, definite: bool) -> None:
    assert clues(text).is_definite is definite


def test_its_sentence_may_tell_of_a_meeting() -> None:
    one = clues("[[Ilk]] <<said>> {{no}} in Parliament, at the same meeting.").sentence
    assert one is not None
    assert (one.tells_of_meeting, one.is_at_same_meeting) == (True, True)


def test_what_stands_before_the_first_sentence_has_none() -> None:
    document = read_document(Article("  It rained."))
    (found,) = clues_of(document, [Attribution(Kind.INDIRECT, (Span(0, 2),), None, None, Rule.GIVEN)], ())
    assert (found.sentence, found.own) == (None, None)
