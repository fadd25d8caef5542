import pytest

from schemas.identity.persons import person_id


def test_a_person_is_known_by_name_and_country() -> None:
    assert person_id("Ana Vorel", ("PT",)) == "person:ana-vorel:PT"
    assert person_id("Ana Vorel") == person_id("Ana Vorel", ("PT", "ES")) == "person:ana-vorel"


@pytest.mark.parametrize("name", ["Vorel", "Mr Vorel", "", "President", "Ana"])
def test_one_name_alone_may_be_anybodys(name: str) -> None:
    assert person_id(name, ("PT",)) is None


def test_a_script_without_blanks_writes_a_name_as_one_word() -> None:
    assert (person_id("李娜", ("CN",)) or "").isascii()


@pytest.mark.parametrize("name", ["Human Rights", "Virginia Democrats", "Clean Power Plan", "Harbour Trade Union"])
def test_things_and_groups_are_nobody(name: str) -> None:
    assert person_id(name) is None


def test_words_of_bodies_that_are_surnames_too_are_names() -> None:
    assert person_id("Margit Court") == "person:margit-curt"
