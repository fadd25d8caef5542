import pytest

from indexer.extraction.annotation.names import find_names, same_person
from indexer.extraction.annotation.roles.phrases import find_role_phrases
from indexer.extraction.annotation.tagging import tag
from indexer.extraction.document.words import words_of


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
    ("one", "other"),
    [
        ("sergei orlik", "serhii orlik"),
        ("a silva", "ana silva"),
        ("ana silva", "ana maria silva"),
        ("elvin mehdiyev", "elvin mekhdiyev"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert same_person(tuple(one.split()), tuple(other.split()))


def test_a_shared_surname_is_not_enough() -> None:
    assert not same_person(("marco", "ruiz"), ("elena", "ruiz"))
    assert not same_person(("yun", "seo-jin"), ("yun", "tae-ho"))
