import pytest

from schemas.identity.bodies import body_id, is_body


@pytest.mark.parametrize("name", ["EU", "E.U.", "the European Union", "european union"])
def test_a_body_is_the_same_by_every_name_in_the_table(name: str) -> None:
    assert body_id(name) == body_id(name, ("BE",)) == "body:european-union"


@pytest.mark.parametrize(
    "name",
    [
        "Azerbaijan's Foreign Ministry",
        "the Azerbaijani MFA",
        "Ministry of Foreign Affairs of Azerbaijan",
        "Ministry of Foreign Affairs of the Republic of Azerbaijan",
    ],
)
def test_a_ministry_is_known_by_state_and_office(name: str) -> None:
    assert body_id(name) == body_id(name, ("AZ",)) == "body:AZ:ministry-of-foreign-affairs"


def test_a_house_stands_for_its_office() -> None:
    assert body_id("the Pentagon") == body_id("Department of Defense", ("US",)) == "body:US:ministry-of-defence"


@pytest.mark.parametrize("name", ["the Foreign Ministry", "the council", "the government", "Korean army", "the"])
def test_what_every_country_has_is_nobodys_without_one(name: str) -> None:
    assert body_id(name) in {None, "body:korean-army"}


def test_any_other_body_has_the_id_of_its_words() -> None:
    assert body_id("Hvalur Nord") == "body:hvalur-nord"
    assert body_id("the People's Party", ("DZ",)) == "body:DZ:peoples-party"
    assert body_id("Bank Norrland", ("SE",)) == "body:SE:bank-norrland"


@pytest.mark.parametrize(
    ("name", "expected"), [("Polish Foreign Ministry", True), ("OSCE", True), ("Kremlin", True), ("Ana Vorel", False)]
)
def test_a_body_says_so(name: str, expected: bool) -> None:
    assert is_body(name) is expected
