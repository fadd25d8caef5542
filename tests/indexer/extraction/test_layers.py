from dataclasses import replace

from indexer.extraction.document.reading import read_document
from indexer.extraction.layers import statements_given, statements_of, with_wordings
from indexer.extraction.version import EXTRACTOR
from schemas.article import Article
from schemas.dates.partial_dates import PartialDate
from schemas.statement import Span, Target
from tests.indexer.extraction.marked import marked


def test_each_attribution_becomes_a_statement_with_speaker_places_and_day() -> None:
    text, attributions = marked("[[Polish Minister Ana Silva]] said on Monday {{Peru was wet}}.")
    article = Article(text, published_on=PartialDate.parse("2024-05-16"))
    extraction = statements_of(article, read_document(article), attributions, EXTRACTOR)
    (statement,) = extraction.statements
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.countries, str(statement.said_on)) == ("Ana Silva", ("PE",), "2024-05-13")
    assert (extraction.countries, extraction.extractor) == (("PE", "PL"), EXTRACTOR)
    assert statements_given(article, attributions, EXTRACTOR) == extraction


def test_without_attributions_there_are_countries_alone() -> None:
    extraction = statements_given(Article("It rained in Peru."), (), EXTRACTOR)
    assert (extraction.statements, extraction.countries) == ((), ("PE",))


def test_what_is_given_points_into_the_text_as_received_and_so_does_what_comes_out() -> None:
    text, found = marked("[[Ana\u00a0Sil\u00adva]] told\u200b Nor\u00adway that {{Peru\nwas wet}}.")
    told = Span(text.index("Nor"), text.index(" that"))
    attributions = [replace(found[0], target=told)]
    (statement,) = statements_given(Article(text), attributions, EXTRACTOR).statements
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.mention) == ("Ana Silva", attributions[0].mention)
    assert (statement.text, statement.spans) == ("Peru\nwas wet", attributions[0].spans)
    assert statement.target == Target("Norway", told, ("NO",), "state:NO")


def test_statements_of_before_get_the_parts_and_sentences_that_they_would_have_now() -> None:
    text, attributions = marked("It rained. “{{The fer\u00adry,}}” [[Ilk]] <<said>> there, “is old.” It stopped.")
    (one,) = attributions
    last = text.index("is old.")
    attributions = [replace(one, spans=(*one.spans, Span(last, last + 7)))]
    article = Article(text)
    now = statements_given(article, attributions, EXTRACTOR).statements
    assert (now[0].text, now[0].parts) == ("The fer\u00adry, … is old.", ("The fer\u00adry,", "is old."))
    before = tuple(replace(each, text="The fer\u00adry, is old.", parts=(), sentence=None) for each in now)
    assert with_wordings(article, before) == now
    assert with_wordings(article, now) is now
