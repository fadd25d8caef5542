import pytest

from indexer.extraction.annotation.annotate import annotate
from indexer.extraction.coreference.speakers.surroundings import surroundings
from indexer.extraction.document.reading import read_document
from schemas.article import Article, Source


def read(text: str, title: str = "", source: str = ""):
    document = read_document(Article(text, title, source=Source.named(source) if source else None))
    return surroundings(document, annotate(document, []))


@pytest.mark.parametrize(
    ("text", "title", "codes"),
    [
        ("OSLO, May 4 (Wire) - It rained in Peru.", "Lima Says It Rained", {"NO"}),
        ("It rained.", "Riga says it rained", {"LV"}),
        ("It rained.", "Peru to buy trains", {"PE"}),
        ("It rained.", "Peruvian prime minister resigns", {"PE"}),
        ("It rained.", "Peruvian farmers strike", set()),
        ("It rained.", "Peru waits", set()),
        ("It rained.", "Peru", set()),
        ("It rained.", "Rain in Peru", set()),
        ("Peru’s navy waited.", "", {"PE"}),
        ("Peru’s navy waited for Chile.", "", set()),
        ("It rained in Peru.", "", set()),
        ("It rained.", "", set()),
    ],
)
def test_home_is_of_the_dateline_of_who_acts_in_the_title_or_of_the_only_government(
    text: str, title: str, codes: set[str]
) -> None:
    assert read(text, title).home == codes


def test_the_name_of_the_outlet_tells_the_home_if_the_text_names_its_country() -> None:
    assert read("It rained in Peru.", source="Peru Daily News").home == {"PE"}
    assert read("It rained in Chile.", source="Peru Daily News").home == set()


def test_an_office_is_of_the_government_that_acts_before_it_or_else_of_the_home() -> None:
    text = "OSLO, May 4 (Wire) - It rained.\n\nMadrid objected. The minister left.\n\nThe mayor stayed."
    assert read(text).at(text.index("minister")) == {"ES"}
    assert read(text).at(text.index("mayor")) == {"NO"}


def test_america_is_named_by_words_of_its_own_too() -> None:
    assert "US" in read("The Republican senator left Ohio.").named
    assert "US" not in read("The senator left.").named


def test_departments_are_known_by_their_words() -> None:
    setting = read("The Polish defence ministry met the Polish foreign minister and the Peruvian foreign minister.")
    assert setting.of_department(["defence", "minister"]) == {"PL"}
    assert setting.of_department(["foreign"]) == set()
    assert setting.of_department(["finance"]) == set()
