import pytest

from indexer.extraction.annotation.annotate import annotate
from indexer.extraction.coreference.speakers.surroundings import surroundings
from indexer.extraction.document.reading import read_document
from schemas.article import Article


def read(text: str, title: str = ""):
    document = read_document(Article(text, title))
    return surroundings(document, annotate(document, []))


@pytest.mark.parametrize(
    ("text", "title", "codes"),
    [
        ("OSLO, May 4 (Wire) - It rained in Peru.", "Chile Waits", {"NO"}),
        ("It rained in Peru.", "Chile Waits", {"CL"}),
        ("It rained in Peru.", "", {"PE"}),
        ("It rained in Peru and Chile.", "", set()),
        ("It rained.", "", set()),
    ],
)
def test_home_is_where_the_dateline_or_the_title_is_or_all_that_is_named(
    text: str, title: str, codes: set[str]
) -> None:
    assert read(text, title).home == codes


def test_an_office_is_of_where_its_paragraph_is_set_or_else_of_the_home() -> None:
    text = "OSLO, May 4 (Wire) - It rained.\n\nIn Madrid it did not. The minister left.\n\nThe mayor stayed."
    assert read(text).at(text.index("minister")) == {"ES"}
    assert read(text).at(text.index("mayor")) == {"NO"}


def test_america_is_named_by_words_of_its_own_too() -> None:
    assert "US" in read("The Republican senator left Ohio.").named
    assert "US" not in read("The senator left.").named
