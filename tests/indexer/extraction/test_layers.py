from indexer.extraction.document.reading import read_document
from indexer.extraction.layers import statements_given, statements_of
from indexer.extraction.version import EXTRACTOR
from schemas.article import Article
from schemas.dates import PartialDate
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
    text, attributions = marked("[[Ana\u00a0Sil\u00adva]] said\u200b that {{Peru\nwas wet}}.")
    (statement,) = statements_given(Article(text), attributions, EXTRACTOR).statements
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.mention) == ("Ana Silva", attributions[0].mention)
    assert (statement.text, statement.spans) == ("Peru\nwas wet", attributions[0].spans)
