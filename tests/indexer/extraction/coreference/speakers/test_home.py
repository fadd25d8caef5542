import pytest

from indexer.extraction.annotation.annotate import annotate
from indexer.extraction.coreference.speakers.home import home
from indexer.extraction.document.reading import read_document
from schemas.article import Article, Source


def home_of(text: str, title: str = "", source: str = "", url: str | None = None) -> set[str]:
    document = read_document(Article(text, title, url, Source.named(source) if source else None))
    annotations = annotate(document, [])
    return set(home(document, annotations, frozenset(code for place in annotations.places for code in place.codes)))


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
        ("They shelled the Peruvian consulate.", "", set()),
        ("It rained in Peru.", "", set()),
        ("It rained.", "", set()),
    ],
)
def test_home_is_of_the_dateline_of_who_acts_in_the_title_or_of_the_only_government(
    text: str, title: str, codes: set[str]
) -> None:
    assert home_of(text, title) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("RIGA: It rained.", {"LV"}),
        ("Wire, Riga - It rained.", {"LV"}),
        ("By Ana Silva in Riga\n\nIt rained.", {"LV"}),
        ("Ana Silva, Riga\nIt rained.", {"LV"}),
        ("RENK, South Sudan (Wire) - It rained.", {"SS"}),
        ("Old Renk, South Sudan — It rained.", {"SS"}),
        ("OMDURMAN: It rained in Sudan.", {"SD"}),
        ("OMDURMAN: It rained.", set()),
        ("Ana Silva, Riga and others\nIt rained.", set()),
        ("Riga: it rained", set()),
        ("It rained in Renk, South Sudan - again.", set()),
    ],
)
def test_a_dateline_has_towns_countries_outlets_and_reporters(text: str, codes: set[str]) -> None:
    assert home_of(text) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("OSLO (Wire) - Peru’s navy waits.", set()),
        ("OSLO (Wire) - The Peruvian navy waits.", set()),
        ("OSLO (Wire) - The navy waits for Peru.", {"NO"}),
        ("OSLO (Wire) - Peru’s navy waits for Norway.", {"NO"}),
    ],
)
def test_a_bureau_is_no_home_of_an_article_on_another_state(text: str, codes: set[str]) -> None:
    assert home_of(text) == codes


@pytest.mark.parametrize(
    ("source", "url", "codes"),
    [
        ("Peru Daily News", None, {"PE"}),
        ("Daily News", "https://news.example.pe/1", {"PE"}),
        ("Chile Daily News", None, set()),
        ("Daily News", "https://news.example.cl/1", set()),
        ("Daily News", "https://news.example/1", set()),
        ("Daily News", None, set()),
    ],
)
def test_the_name_or_the_address_of_the_outlet_tells_the_home_if_the_text_names_its_country(
    source: str, url: str | None, codes: set[str]
) -> None:
    assert home_of("It rained in Peru.", source=source, url=url) == codes


@pytest.mark.parametrize(
    ("text", "url", "codes"),
    [
        ("It rained in Britain.", "https://news.example.co.uk/1", {"GB"}),
        ("It rained in America.", "https://office.example.gov/1", {"US"}),
        ("It rained in Anguilla.", "https://news.example.ai/1", set()),
    ],
)
def test_some_domains_are_no_code_of_their_country_and_others_are_sold_to_anyone(
    text: str, url: str, codes: set[str]
) -> None:
    assert home_of(text, url=url) == codes
