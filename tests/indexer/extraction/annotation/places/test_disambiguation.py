import pytest

from indexer.extraction.annotation.places.finder import find_places


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
