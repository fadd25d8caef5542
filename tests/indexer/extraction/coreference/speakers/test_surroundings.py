from indexer.extraction.annotation.annotate import annotate
from indexer.extraction.coreference.speakers.surroundings import surroundings
from indexer.extraction.document.reading import read_document
from schemas.article import Article


def read(text: str):
    document = read_document(Article(text))
    return surroundings(document, annotate(document, []))


def test_an_office_is_of_the_government_that_acts_before_it_or_else_of_the_home() -> None:
    text = "OSLO, May 4 (Wire) - It rained.\n\nMadrid objected. The minister left.\n\nThe mayor stayed."
    assert read(text).at(text.index("minister")) == {"ES"}
    assert read(text).at(text.index("mayor")) == {"NO"}


def test_america_is_named_by_words_of_its_own_too() -> None:
    assert "US" in read("The Republican senator left Ohio.").named
    assert "US" not in read("The senator left.").named
    assert "US" in read("Then Senator Ilk left.").named
    assert "US" not in read("NAIROBI, Kenya — Senator Ilk left.").named
    assert "US" in read("NAIROBI, Kenya — Senator Ilk left Ohio.").named


def test_departments_are_known_by_their_words() -> None:
    setting = read("The Polish defence ministry met the Polish foreign minister and the Peruvian foreign minister.")
    assert setting.of_department(["defence", "minister"]) == {"PL"}
    assert setting.of_department(["foreign"]) == set()
    assert setting.of_department(["finance"]) == set()


def test_a_department_is_of_the_state_whose_office_or_body_is_named_first() -> None:
    setting = read("The Polish government protested. The Peruvian foreign ministry rejected that.")
    assert setting.of_department(["foreign", "minister"]) == set()
