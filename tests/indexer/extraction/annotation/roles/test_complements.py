import pytest

from indexer.extraction.annotation.roles.complements import last_word
from indexer.extraction.annotation.tagging import tag
from indexer.extraction.document.words import words_of


def rest(text: str) -> str:
    """What follows the head, which is the first word."""
    tagged = tag(text, words_of(text))
    return text[tagged.words[0].end : tagged.words[last_word(tagged, 0)].end].strip()


@pytest.mark.parametrize(
    ("text", "complement"),
    [
        ("minister of fisheries spoke", "of fisheries"),
        ("minister of Peru spoke", "of Peru"),
        ("minister of trade and industry, who", "of trade and industry"),
        ("minister for maritime security, who", "for maritime security"),
        ("envoy to Peru spoke", "to Peru"),
        ("envoy of Chile to Peru spoke", "of Chile to Peru"),
        ("officials in Lima spoke", "in Lima"),
        ("secretary in the water ministry spoke", "in the water ministry"),
        ("governor of Norte de Santander spoke", "of Norte de Santander"),
        ("head of the border service spoke", "of the border service"),
        ("minister of Foreign Affairs Ana Silva", "of Foreign Affairs"),
        ("minister of the Upper Territories Ana Silva", "of the Upper Territories"),
        ("envoy for the Valley Peace Process Sunna Ilk", "for the Valley Peace Process"),
        ("director of the Institute for Policy Studies at Renk", "of the Institute for Policy Studies"),
        ("spokesman for Mayor Ana Silva", "for Mayor Ana Silva"),
        ("minister of Mines (MOM) Ana Silva", "of Mines"),
        ("minister of Mines Friday said", "of Mines"),
    ],
)
def test_complements(text: str, complement: str) -> None:
    assert rest(text) == complement


@pytest.mark.parametrize(
    "text",
    [
        "minister spoke",
        "minister to Peru",
        "minister for three years",
        "army for Peru",
        "minister in Lima",
        "minister's of",
        "minister, of Peru",
        "minister of",
        "minister of 2019",
    ],
)
def test_no_complements(text: str) -> None:
    assert rest(text) == ""
