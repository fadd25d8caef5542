from indexer.extraction.annotation.annotate import annotate
from indexer.extraction.dating.sentence_dates import NO_DATES, SentenceDates, dates_by_sentence, dates_outside
from indexer.extraction.document.reading import read_document
from schemas.article import Article
from schemas.dates.partial_dates import PartialDate
from tests.indexer.extraction.marked import marked


def read(text: str) -> list[SentenceDates]:
    """Of the sentences, outside of what is marked as said."""
    plain, attributions = marked(text)
    document = read_document(Article(plain, published_on=PartialDate.parse("2024-05-16")))
    dates = dates_outside(annotate(document, attributions).dates, attributions)
    return list(dates_by_sentence(document, dates))


def day(number: int) -> PartialDate:
    return PartialDate(2024, 5, number)


def test_days_of_the_main_clause_in_their_order() -> None:
    (dates,) = read("On Monday he came and on Tuesday he left.")
    assert [date.on for date in dates.days] == [day(13), day(14)]
    assert (dates.months, dates.relative) == ((), None)


def test_a_day_in_a_relative_clause_is_apart() -> None:
    (dates,) = read("The man who left on Monday, came back on Tuesday.")
    assert [date.on for date in dates.days] == [day(14)]
    assert dates.relative is None
    assert dates.first_day is not None
    assert dates.first_day.on == day(13)


def test_what_went_on_meanwhile_has_its_day() -> None:
    assert read("The man said so as he left on Monday.")[0].relative == day(13)
    assert read("He was quoted as saying on Monday no.")[0].relative is None


def test_a_participle_between_commas_has_a_day_of_its_own() -> None:
    assert read("The man, elected on Monday, spoke.")[0].days == ()
    (dates,) = read("The man, asked on Monday, spoke.")
    assert [date.on for date in dates.days] == [day(13)]


def test_a_date_that_is_not_resolved_is_open() -> None:
    assert read("At the weekend he came.")[0].is_open
    assert not read("He came with a friend who fell at the weekend.")[0].is_open
    assert not read("On Monday he came.")[0].is_open


def test_a_month_counts_where_there_is_no_day() -> None:
    (dates,) = read("In March 2023 he came.")
    assert dates.nearest(0) == PartialDate(2023, 3)
    (dates,) = read("In March 2023 he came, and on Monday he left.")
    assert dates.nearest(0) == day(13)


def test_the_nearest_day_and_of_two_as_near_the_one_before() -> None:
    (dates,) = read("Monday he came; Tuesday he left.")
    first, second = (date.span.start for date in dates.days)
    assert (dates.nearest(second - 1), dates.nearest(second + 1)) == (day(14), day(14))
    assert dates.nearest((first + second) // 2) == day(13)


def test_each_sentence_has_its_own() -> None:
    assert [bool(dates.days) for dates in read("It rained. On Monday it snowed. It thawed.")] == [False, True, False]
    assert read("It rained.") == [NO_DATES]
    assert NO_DATES.nearest(5) is None


def test_dates_in_what_was_said_are_none_of_the_story() -> None:
    assert read("[[Ana Silva]] said {{it rained on Monday}}.") == [NO_DATES]
    assert read("[[Ana Silva]] said {{it rained}} on Monday.") != [NO_DATES]
