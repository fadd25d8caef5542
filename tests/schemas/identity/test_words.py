import pytest

from schemas.identity.words import is_unnamed


@pytest.mark.parametrize("name", ["officials", "a UN spokesman", "the President", "Former President of Armenia", ""])
def test_an_office_names_nobody(name: str) -> None:
    assert is_unnamed(name)


@pytest.mark.parametrize("name", ["President Ana Vorel", "Ana Vorel", "Jan van der Vorel", "Omar al-Vorel"])
def test_a_name_is_one_beside_an_office_too(name: str) -> None:
    assert not is_unnamed(name)
