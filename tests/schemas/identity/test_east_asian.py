import pytest

from schemas.identity.east_asian import east_asian


@pytest.mark.parametrize("tokens", ["kim min-jae", "kim min jae", "kim minjae", "min-jae kim"])
def test_a_given_name_is_one_word_behind_the_family_name(tokens: str) -> None:
    assert east_asian(tokens.split()) == ["kim", "minjae"]


def test_spellings_of_a_family_name_are_one() -> None:
    assert east_asian(["park", "ji-won"]) == east_asian(["pak", "ji-won"])


@pytest.mark.parametrize("tokens", ["jean-paul vorel", "kim reynolds", "ana silva", "kim", "lee min jae ho"])
def test_other_names_are_none(tokens: str) -> None:
    assert east_asian(tokens.split()) is None
