import pytest

from schemas.identity.names import id_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Armenia", "state:AM"),
        ("the United States", "state:US"),
        ("US", "state:US"),
        ("Nagorno-Karabakh", "territory:nagorno-karabakh"),
        ("UN", "body:united-nations"),
        ("Polish Foreign Ministry", "body:PL:ministry-of-foreign-affairs"),
        ("Ana Vorel", "person:ana-vorel"),
        ("President Ana Vorel", "person:ana-vorel"),
        ("Ana al-Vorel", "person:ana-vorel"),
        ("the Azerbaijani president", None),
        ("President of Azerbaijan", None),
        ("Azerbaijan's Foreign Minister", None),
        ("officials", None),
        ("a fisherman", None),
        ("Vorel", None),
        ("Ben", None),
    ],
)
def test_a_name_is_a_states_a_bodys_or_a_persons(name: str, expected: str | None) -> None:
    assert id_of(name) == expected


def test_a_name_has_the_country_that_was_told() -> None:
    assert id_of("Foreign Ministry", ("PL",)) == "body:PL:ministry-of-foreign-affairs"
    assert id_of("Ana Vorel", ("PL",)) == "person:ana-vorel:PL"
