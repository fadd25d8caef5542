import pytest

from tests.indexer.extraction.marked import countries, names


@pytest.mark.parametrize(
    ("text", "name", "codes"),
    [
        ("[[Moscow]] said {{no}}.", "Moscow", "RU"),
        ("[[The Kremlin]] said {{no}}.", "Kremlin", "RU"),
        ("[[Armenia's foreign ministry]] said {{no}}.", "Armenia's foreign ministry", "AM"),
        ("[[A senior US official]] said {{no}}.", "senior US official", "US"),
        ("[[Polish officials]] said {{no}}.", "Polish officials", "PL"),
        ("[[Officials in Goma]] said {{no}}.", "Officials in Goma", "CD"),
        ("[[Officials in Spain]] said {{no}}.", "Officials in Spain", "ES"),
        ("[[Officials in Abkhazia]] said {{no}}.", "Officials in Abkhazia", ""),
        ("[[The Polish side]] said {{no}}.", "Polish side", "PL"),
        ("[[Saudi state television]] said {{no}}.", "Saudi state television", "SA"),
        ("[[The foreign ministry in Minsk]] said {{no}}.", "foreign ministry in Minsk", "BY"),
        ("[[The United Nations]] said {{no}} in Peru and Chile.", "United Nations", ""),
        ("[[The United States]] said {{no}} in Peru and Chile.", "United States", "US"),
        ("[[The Catholic archbishop]] of Lima said {{no}}.", "Catholic archbishop of Lima", ""),
        ("A letter came. [[A statement by the Polish ministry]] said {{no}}.", "Polish ministry", "PL"),
        ("The Union of Ferry Workers (UFW) met. [[The UFW]] said {{no}}.", "Union of Ferry Workers", ""),
        ("North Korea's state agency KCNA wrote. [[KCNA]] said {{no}}.", "KCNA", "KP"),
        ("[[President Ana Silva's office]] said {{no}}.", "President Ana Silva's office", ""),
        ("[[ABUJA/NIAMEY - ECOWAS]] said {{no}}.", "ECOWAS", ""),
        ("[[A source in Kyiv]] said {{no}}.", "source in Kyiv", ""),
        ("[[NATO]] said {{no}}.", "NATO", ""),
        ("[[Hospital staff in Renk]] said {{no}}.", "Hospital staff in Renk", ""),
        (
            "[[France, Germany and the United Kingdom]] said {{no}}.",
            "France, Germany and the United Kingdom",
            "DE FR GB",
        ),
        (
            "France, Germany and [[the United Kingdom]] said {{no}}.",
            "France, Germany and the United Kingdom",
            "DE FR GB",
        ),
    ],
)
def test_states_bodies_and_descriptions(text: str, name: str, codes: str) -> None:
    assert names(text) == [name]
    assert countries(text) == [codes]


def test_both_governments_are_those_named_side_by_side() -> None:
    text = "Japan and South Korea met. [[The two countries]] said {{it went well}}."
    assert countries(text) == ["JP KR"]


def test_two_ministers_are_those_last_named() -> None:
    text = "Polish Minister Jan Kos met his Czech colleague, Eva Lund. [[The two ministers]] said {{it went well}}."
    assert countries(text) == ["CZ PL"]


def test_a_ministry_without_a_country_is_that_of_the_dateline_and_an_envoy_is_not() -> None:
    assert countries("OSLO, May 4 (Wire) - It rains. [[The transport ministry]] said {{yes}}.") == ["NO"]
    assert countries("OSLO, May 4 (Wire) - It rains. [[The ambassador]] said {{yes}}.") == [""]


def test_an_office_without_a_country_is_that_of_the_dateline() -> None:
    assert countries("RIGA, May 16 (Wire) - [[Defence Minister Ilze Berga]] said {{yes}}.") == ["LV"]
    assert countries("A rainy day. [[Ilze Berga]] said {{yes}}.") == [""]


def test_the_same_body_by_a_shorter_name() -> None:
    text = "The International Committee of the Red Cross came. [[The Red Cross]] said {{food was short}}."
    assert names(text) == ["International Committee of the Red Cross"]
