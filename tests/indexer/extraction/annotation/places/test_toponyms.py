import pytest

from indexer.extraction.annotation.places.toponyms import find_places
from indexer.extraction.model.annotation import ToponymKind


def codes(text: str) -> str:
    return " ".join(sorted({code for place in find_places(text) if place.stands for code in place.codes}))


def territories(text: str) -> list[str]:
    return sorted({name for place in find_places(text) if place.stands for name in place.territories})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Türkiye and Turkey are one.", "TR"),
        ("Burma is Myanmar.", "MM"),
        ("The DRC and the Republic of Congo share a river.", "CD CG"),
        ("The Gambia's fishermen met the Ivorian minister.", "CI GM"),
        ("A deal with Cote d'Ivoire and with Côte d’Ivoire.", "CI"),
        ("South Korea sold rice to North Korea.", "KP KR"),
        ("Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea are four.", "GN GQ GW PG"),
        ("Nigerien and Nigerian lorries crossed from Niger to Nigeria.", "NE NG"),
        ("Dominica is not the Dominican Republic.", "DM DO"),
        ("South Sudanese herders left South Sudan.", "SS"),
        ("Northern Irish farmers sell to Ireland.", "GB IE"),
        ("A Russian-led force with Polish-made helmets.", "PL RU"),
        ("Kosovo's police met the Palestinians in Hong Kong.", "HK PS XK"),
        ("The U.S. and the U.K. signed; the UAE did not.", "AE GB US"),
        ("KYRGYZSTAN CLOSES BORDER", "KG"),
        ("The Kremlin and the Élysée disagree.", "FR RU"),
        ("Greek Cypriots and Swiss bankers.", "CH CY"),
        ("American Airlines, Kenya Airways and Japan Air Lines met.", ""),
    ],
)
def test_names_people_and_houses_mean_their_country(text: str, found: str) -> None:
    assert codes(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "They told us that the us in the text is not a country.",
        "Ships in the South China Sea and the Indian Ocean waited for the Gulf of Mexico.",
        "Calm on the Korean peninsula.",
        "The polish on the china was fine, and so was the turkey.",
        "New Mexico, New Jersey and New England voted.",
        "A Latin American and a Native American poet.",
        "She spoke in French, and the Russian-language channel carried it.",
        "The Washington Post wrote.",
        "",
    ],
)
def test_what_only_looks_like_a_country_is_none(text: str) -> None:
    assert codes(text) == ""


def test_a_territory_has_its_own_name_and_no_claimant() -> None:
    assert territories("Artsakh, Nagorno Karabakh and Nagorno-Karabakh") == ["Nagorno-Karabakh"]
    assert territories("The Abkhaz side and South Ossetian officials") == ["Abkhazia", "South Ossetia"]
    assert territories("Turkish Cypriot ports") == ["Northern Cyprus"]
    assert codes("Turkish Cypriot ports, Crimean beaches and Kashmir's roads") == ""


def test_western_sahara_and_gaza_are_both_by_iso_and_by_name() -> None:
    assert (codes("Sahrawi refugees"), territories("Sahrawi refugees")) == ("EH", ["Western Sahara"])
    assert (codes("trucks for Gaza"), territories("trucks for Gaza")) == ("PS", ["Gaza Strip"])


def test_a_doubtful_house_counts_only_beside_its_country() -> None:
    assert codes("He told the Commons about Britain's fleet.") == "GB"
    assert codes("He told the Commons about the fleet.") == ""


def test_spans_point_at_the_names_they_found() -> None:
    text = "“Côte d’Ivoire’s cocoa”, said São Tomé and Príncipe."
    assert [place.span.of(text) for place in find_places(text)] == ["Côte d’Ivoire", "São Tomé and Príncipe"]
    assert [place.kind for place in find_places(text)] == [ToponymKind.NAME, ToponymKind.NAME]
