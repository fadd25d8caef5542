"""Countries by every name in use; one name of several, and what is no country, told with what to write."""

from __future__ import annotations

import pytest

from schemas.geography.countries import country_names
from schemas.geography.country_lookup import codes_by_name, country_code, country_hint, folded, rows


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("US", "us, USA, U.S., U.S.A., the U. S., America, US of A, the United States, United States of America"),
        ("GB", "UK, U.K., GBR, Great Britain, Britain, England, Scotland, Wales, Northern Ireland"),
        ("IE", "Eire, Éire, Republic of Ireland"),
        ("NL", "Holland, The Netherlands, NLD"),
        ("AE", "UAE, U.A.E., United Arab Emirates, the Emirates"),
        ("SA", "KSA, Saudi Arabia, Kingdom of Saudi Arabia"),
        ("CD", "DRC, DR Congo, D.R. Congo, Democratic Republic of the Congo, Congo-Kinshasa, Zaire"),
        ("CG", "Congo-Brazzaville, Republic of the Congo, Republic of Congo"),
        ("CN", "PRC, P.R. China, China, People's Republic of China, People’s Republic of China"),
        ("TW", "Taiwan, ROC, Republic of China"),
        ("KP", "DPRK, North Korea, N. Korea, Democratic People's Republic of Korea"),
        ("KR", "ROK, South Korea, S. Korea, Republic of Korea"),
        ("IR", "Iran, Islamic Republic of Iran, Persia"),
        ("MM", "Burma, Myanmar"),
        ("CI", "Ivory Coast, Côte d’Ivoire, Cote d'Ivoire"),
        ("CV", "Cape Verde, Cabo Verde"),
        ("SZ", "Swaziland, Eswatini"),
        ("CZ", "Czech Republic, Czechia"),
        ("MK", "Macedonia, North Macedonia, FYROM"),
        ("TR", "Turkey, Turkiye, Türkiye"),
        ("VA", "Vatican, the Vatican, Vatican City, Holy See"),
        ("PS", "Palestine, State of Palestine"),
        ("XK", "Kosovo, xk"),
        ("FM", "Micronesia"),
        ("TL", "East Timor, Timor-Leste"),
        ("GR", "EL, Greece"),
        ("TT", "Trinidad and Tobago, Trinidad & Tobago"),
        ("LC", "Saint Lucia, St. Lucia, St Lucia"),
        ("GN", "Guinea"),
        ("GE", "Georgia"),
    ],
)
def test_a_name_of_one_country_is_its_code(code: str, names: str) -> None:
    assert {name: country_code(name) for name in names.split(", ")} == dict.fromkeys(names.split(", "), code)


@pytest.mark.parametrize(
    ("name", "codes"),
    [("Congo", "CD CG"), ("Korea", "KR KP"), ("Virgin Islands", "VG VI"), ("Czechoslovakia", "CZ SK")],
)
def test_a_name_of_several_is_none_and_the_hint_names_them(name: str, codes: str) -> None:
    assert country_code(name) is None
    assert all(f"{code} (" in country_hint(name) for code in codes.split())


@pytest.mark.parametrize(("name", "written"), [("EU", "European Union"), ("NATO", "NATO"), ("UN", "United Nations")])
def test_a_body_is_an_organisation(name: str, written: str) -> None:
    assert country_code(name) is None
    assert f"organisation={written}" in country_hint(name)


@pytest.mark.parametrize(("typed", "code"), [("Armenya", "AM"), ("Northern Irland", "GB"), ("Phillipines", "PH")])
def test_what_is_near_a_name_has_it_as_a_hint(typed: str, code: str) -> None:
    assert f"did you mean {code} (" in country_hint(typed)


@pytest.mark.parametrize("typed", ["Atlantis", "Catalonia", "Kurdistan", "Siberia", "Tibet", "Soviet Union", "XX", ""])
def test_nothing_is_guessed_where_nothing_is_near(typed: str) -> None:
    assert country_code(typed) is None
    assert "did you mean" not in country_hint(typed)


@pytest.mark.parametrize("people", ["French", "Armenians", "Dutch"])
def test_people_are_no_country(people: str) -> None:
    assert country_code(people) is None


def test_every_name_in_the_table_counts_and_takes_no_code_away() -> None:
    named = [row for row in rows() if row["codes"]]
    assert {row["name"]: codes_by_name()[folded(row["name"])] for row in named} == {
        row["name"]: tuple(row["codes"].split()) for row in named
    }
    assert all(country_code(code) == code for code in country_names())
