import pytest

from schemas.geography.countries import country_name, country_names


@pytest.mark.parametrize(
    ("code", "name"),
    [("AZ", "Azerbaijan"), ("KR", "South Korea"), ("XK", "Kosovo"), ("CD", "DR Congo"), ("TR", "Türkiye")],
)
def test_names_are_the_short_english_ones(code: str, name: str) -> None:
    assert country_name(code) == name


@pytest.mark.parametrize("code", ["UK", "EU", "az", "001", ""])
def test_what_is_no_country_code_has_no_name(code: str) -> None:
    with pytest.raises(KeyError):
        country_name(code)


def test_every_code_of_iso_3166_1_has_a_name() -> None:
    assert len(country_names()) == 250
    assert all(country_names().values())
