from indexer.extraction.coreference.bodies.named_organisations import content_words, organisations
from tests.indexer.extraction.coreference.reading import annotated


def test_words_that_every_name_has_tell_no_body() -> None:
    assert content_words("The Bank of the South's Union") == {"bank", "south", "union"}
    assert content_words("of the") == set()


def test_an_organisation_is_one_by_the_name_of_the_table() -> None:
    (league,) = organisations(annotated("The League of Arab States met. The Arab League left.")).values()
    assert league.name == league.organisation == "Arab League"
    assert "arab" in league.words


def test_where_none_is_named_there_is_none() -> None:
    assert organisations(annotated("It rained.")) == {}
