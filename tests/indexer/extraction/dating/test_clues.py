import pytest

from indexer.extraction.annotation.annotate import annotate
from indexer.extraction.dating.clues import Clues, clues_of
from indexer.extraction.dating.sentence_dates import dates_by_sentence, dates_outside
from indexer.extraction.document.reading import read_document
from indexer.extraction.model.attribution import Attribution, Rule
from schemas.article import Article
from schemas.dates import PartialDate
from schemas.statement import Kind, Span
from tests.indexer.extraction.marked import marked

MONDAY, TUESDAY = PartialDate(2024, 5, 13), PartialDate(2024, 5, 14)


def clues(text: str) -> Clues:
    """Of the last attribution."""
    plain, attributions = marked(text)
    document = read_document(Article(plain, published_on=PartialDate.parse("2024-05-16")))
    dates = dates_outside(annotate(document, attributions).dates, attributions)
    return clues_of(document, attributions, dates, dates_by_sentence(document, dates))[-1]


def test_the_date_next_to_the_cue() -> None:
    assert clues("On Monday it rained, but [[Ilk]] <<said>> on Tuesday {{no}}.").own == TUESDAY
    assert clues("It rained on Monday. [[Ilk]] <<said>> {{no}}.").own is None


def test_a_day_that_the_text_does_not_tell() -> None:
    assert clues("[[Ilk]] <<told>> reporters last week {{no}}.").is_of_no_day
    assert not clues("[[Ilk]] <<said>> {{no}}. Last week it rained.").is_of_no_day
    assert not clues("[[Ilk]] <<told>> reporters of many papers and channels last week {{no}}.").is_of_no_day


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


def test_the_last_day_before_it_in_its_paragraph() -> None:
    one = clues("On Monday it rained. On Tuesday it snowed. [[Ilk]] <<said>> {{no}}.").sentence
    assert one is not None
    assert (one.number, one.paragraph_day) == (2, TUESDAY)
    other = clues("On Monday it rained.\n\nIt snowed. [[Ilk]] <<said>> {{no}}.").sentence
    assert other is not None
    assert other.paragraph_day is None


def test_a_day_too_far_above_is_none() -> None:
    one = clues(f"On Monday it rained. {'It snowed. ' * 14}[[Ilk]] <<said>> {{{{no}}}}.").sentence
    assert one is not None
    assert one.paragraph_day is None


def test_its_sentence_may_tell_of_a_meeting() -> None:
    one = clues("[[Ilk]] <<said>> {{no}} in Parliament, at the same meeting.").sentence
    assert one is not None
    assert (one.tells_of_meeting, one.is_at_same_meeting) == (True, True)


def test_what_stands_before_the_first_sentence_has_none() -> None:
    document = read_document(Article("  It rained."))
    (found,) = clues_of(document, [Attribution(Kind.INDIRECT, (Span(0, 2),), None, None, Rule.GIVEN)], (), ())
    assert (found.sentence, found.own) == (None, None)
