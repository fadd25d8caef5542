import pytest

from indexer.extraction.annotation.annotations import Annotations
from indexer.extraction.annotation.names import find_names, same_person
from indexer.extraction.annotation.places import find_places
from indexer.extraction.annotation.role_phrases import find_phrases


def found(text: str) -> list[str]:
    annotations = Annotations.of(text, find_places(text))
    return [name.of(text) for name in find_names(annotations, find_phrases(annotations))]


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
