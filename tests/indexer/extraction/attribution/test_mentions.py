import pytest

from indexer.extraction.attribution.mentions import mention_of
from tests.indexer.extraction.parsed import parsed, token


@pytest.mark.parametrize(
    ("text", "head", "mention"),
    [
        ("The minister of roads said it rained.", "minister", "The minister of roads"),
        ("On Friday Vera Ilk said it rained.", "Ilk", "Vera Ilk"),
        ("Vera Ilk, the mayor of Vorn, said it rained.", "Ilk", "Vera Ilk"),
        ("Ilk and Vorn said it rained.", "Ilk", "Ilk and Vorn"),
        ("The Foreign, Trade & Ports Office said it rained.", "Office", "The Foreign, Trade & Ports Office"),
        (
            "Foreign, Trade & Ports Office spokesman Vera Ilk said it rained.",
            "Ilk",
            "Foreign, Trade & Ports Office spokesman Vera Ilk",
        ),
        (
            "A spokesman for the Foreign, Trade and Ports Office said it rained.",
            "spokesman",
            "A spokesman for the Foreign, Trade and Ports Office",
        ),
        ("The Health, Labour and Ports Ministry said it rained.", "Ministry", "Labour and Ports Ministry"),
    ],
)
def test_the_words_for_somebody(text: str, head: str, mention: str) -> None:
    sentence = parsed(text)
    assert sentence.span(mention_of(token(sentence, head))).of(text) == mention
