import pytest

from indexer.extraction.annotation.names import find_names
from indexer.extraction.annotation.roles.phrases import find_role_phrases
from indexer.extraction.annotation.tagging import tag
from indexer.extraction.document.words import words_of
from schemas.statement import Span


def found(text: str) -> list[str]:
    tagged = tag(text, words_of(text))
    return [name.of(text) for name in find_names(tagged, find_role_phrases(tagged))]


def test_names_end_where_offices_places_and_days_begin() -> None:
    assert found("On Monday Foreign Minister Ana Silva met Jan van der Berg of Poland.") == [
        "Ana Silva",
        "Jan van der Berg",
    ]
    assert found("Ms Silva met Dr. J. Okoro and Yun Seo-jin in March.") == ["Silva", "J. Okoro", "Yun Seo-jin"]
    assert found("Ana Silva Says Her Plan Is Ready") == ["Ana Silva", "Says", "Plan", "Ready"]
    assert found("Nora May left on May 5 in May.") == ["Nora May"]
    assert found("The United Nations and NATO met in Vienna.") == []


@pytest.mark.parametrize(
    "name",
    [
        "Ana Silva",
        "Ana Rosa Silva-Rojo",
        "Jan van der Berg",
        "J. R. Okoro",
        "Henry A. Okoro",
        "Ahmed al-Masri",
        "Abu Bakr",
        "Nora May",
        "Kim Min-jun",
        "O’Neil",
        "Muḥammad Şahin",
    ],
)
def test_names(name: str) -> None:
    assert found(f"yesterday {name} spoke, in {name}’s words") == [name, name]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday it rained.",
        "the Home Office and the Navy",
        "The Chilean spoke.",
        "UPA, KCNA and DJPN3",
        "May 5, April 2024",
        "the North Sea",
        "The Minister",
        "al-masri of B2B",
        "",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert found(text) == []


def test_a_mark_parts_names_and_a_run_of_capitals_is_a_headline() -> None:
    assert found("Ana Silva, Jan Kos and Eva Lund-Kos") == ["Ana Silva", "Jan Kos", "Eva Lund-Kos"]
    assert found("Ana Silva Waits Long Bold Brave Kind") == []


def test_an_honorific_is_kept_beside_the_name() -> None:
    text = "then Mr. Dr Silva"
    tagged = tag(text, words_of(text))
    (name,) = find_names(tagged, ())
    assert (name.parts, name.honorific, name.of(text)) == (("silva",), "dr", "Silva")
    assert text[name.with_honorific :] == "Mr. Dr Silva"


def test_a_mention_ends_a_name() -> None:
    text = "Ana Silva Waits Long"
    tagged = tag(text, words_of(text))
    whole, cut = (find_names(tagged, (), mentions) for mentions in ((), (Span(0, len("Ana Silva")),)))
    assert [name.of(text) for name in whole] == [text]
    assert [name.of(text) for name in cut] == ["Ana Silva", "Waits Long"]


def test_a_web_address_is_no_name() -> None:
    assert found("Kabar.com met WARTA.co.id and WARTA.COM.") == []
    assert found("K.Silva met J.R.Okoro.") == ["K.Silva", "J.R.Okoro"]


def test_who_took_a_picture_is_not_named() -> None:
    assert found("Ana Silva waits. Jan Kos/Wire Pictures") == ["Ana Silva", "Wire Pictures"]
    assert found("Ana Silva or Jan Kos waits.") == ["Ana Silva", "Jan Kos"]


def test_a_paper_is_nobody() -> None:
    assert found("So the Los Gatos Times and Ana Silva say.") == ["Ana Silva"]
