import pytest

from indexer.extraction.annotation.places.disambiguation import disambiguate, is_language
from indexer.extraction.annotation.places.gazetteer import Toponym, names_by_first_word
from indexer.extraction.annotation.places.toponyms import find_places


def codes(text: str) -> str:
    return " ".join(sorted({code for place in find_places(text) if place.stands for code in place.codes}))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Georgia signed the pact in Tbilisi.", "GE"),
        ("Senator Ray Colby of Georgia spoke in Savannah; Republicans in Georgia cheered.", ""),
        ("Nadia Jordan came late. Jordan said the lift was broken.", ""),
        ("Nadia Jordan flew to Jordan and met the Jordanian king.", "JO"),
        ("Senator Chad Morrow said Chad Morrow would stay.", ""),
        ("Chad and Libya closed the border.", "LY TD"),
        ("Israel Katzir said Israel was ready.", "IL"),
        ("The Congolese army left Goma.", "CD"),
        ("In Brazzaville the Congolese president spoke.", "CG"),
        ("Koreans on both sides of the line, in South Korea and North Korea.", "KP KR"),
        ("South Korea's Koreans abroad.", "KR"),
        ("Dominican baseball.", "DO"),
        ("Dominica's Dominican stamps.", "DM"),
        ("Kenya Airways flew the Kenyan team home.", "KE"),
        ("German State Secretary Ana Silva spoke.", "DE"),
        ("Germán Reyes spoke.", ""),
    ],
)
def test_the_article_tells_which_one_is_meant(text: str, found: str) -> None:
    assert codes(text) == found


def toponym(word: str) -> Toponym:
    return next(each for each in names_by_first_word()[word] if each.words == (word,))


def test_a_country_is_named_otherwise_where_another_word_means_it() -> None:
    meant = disambiguate("", [toponym("Jordan"), toponym("Amman"), toponym("Peru")])
    assert meant.names_otherwise("Jordan", ("JO",))
    assert not meant.names_otherwise("Peru", ("PE",))
    assert not meant.names_otherwise("Chile", ("CL",))


def test_what_one_place_alone_is_called_needs_no_article() -> None:
    assert disambiguate("", []).codes(toponym("Peru"), "Peru", 0, 4) == ("PE",)
    assert disambiguate("", []).codes(toponym("Korea"), "Korea", 0, 5) == ()


@pytest.mark.parametrize("text", ["in French.", "a French-language channel", "she speaks French and sings"])
def test_a_language(text: str) -> None:
    start = text.index("French")
    assert is_language(text, start, start + len("French"))


@pytest.mark.parametrize("text", ["in French towns", "the French left", "a French-built road"])
def test_no_language(text: str) -> None:
    start = text.index("French")
    assert not is_language(text, start, start + len("French"))
