import pytest

from indexer.extraction.coreference.people.apposition import (
    has_an_office_behind,
    office_before,
    offices_before,
    told_after,
)
from tests.indexer.extraction.coreference.reading import discourse, person
from tests.indexer.extraction.marked import speakers


@pytest.mark.parametrize(
    ("text", "role", "organisation", "codes"),
    [
        ("[[Georgian Road Minister Nino Kapa]] said {{yes}}.", "Road Minister", None, "GE"),
        ("Peru's envoy, [[Luis Rojo]], said {{yes}}.", "envoy", None, "PE"),
        ("Peru's envoy (Env) [[Luis Rojo]] said {{yes}}.", "envoy", None, "PE"),
        ("[[Luis Rojo]], the Peruvian envoy, said {{yes}}.", "envoy", None, "PE"),
        ("[[Foreign Minister Luis Rojo of Peru]] said {{yes}}.", "Foreign Minister", None, "PE"),
        ("[[Tor Aas]] of the Norwegian navy said {{yes}}.", None, "Norwegian navy", "NO"),
        (
            "[[Eva Lund]], who speaks for the Danish defence ministry, said {{yes}}.",
            None,
            "Danish defence ministry",
            "DK",
        ),
        (
            "Armenia's army denied it. Its spokeswoman, [[Ani Petoyan]], said {{yes}}.",
            "spokeswoman",
            "Armenia's army",
            "AM",
        ),
        ("Mali's junta leader, [[Captain Issa Kone]], said {{yes}}.", "junta leader", "Mali's junta", "ML"),
        ("[[Maya Dahl]], a Swedish general who commands the UN mission, said {{yes}}.", "general", "UN mission", ""),
        ("[[Ugo Orsi]], Italy’s former ambassador, said {{yes}}.", None, None, ""),
        ("[[Rita Amal]], a Tunisian analyst, said {{yes}}.", "analyst", None, ""),
    ],
)
def test_what_stands_beside_a_name(text: str, role: str | None, organisation: str | None, codes: str) -> None:
    (speaker,) = speakers(text)
    assert speaker is not None
    assert (speaker.role, speaker.organisation, " ".join(speaker.countries)) == (role, organisation, codes)


def before(text: str) -> list[str]:
    """The offices that stand before the last name."""
    read, _ = discourse(text)
    office = office_before(read.annotations.names[-1], read)
    return [each.span.of(text) for each in offices_before(office, person("A"), read)] if office else []


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Then Minister Ana Silva left.", ["Minister"]),
        ("Then Gen. Ana Silva left.", ["Gen"]),
        ("The minister. Ana Silva left.", []),
        ("Then the envoy, Ana Silva, left.", ["the envoy"]),
        ("Then, as minister, Ana Silva left.", []),
        ("Ministers Ana Silva", []),
        ("Mali's junta leader, Captain Issa Kone", ["Mali's junta leader", "Captain"]),
    ],
)
def test_an_office_before_a_name(text: str, offices: list[str]) -> None:
    assert before(text) == offices


def after(text: str, **about: object) -> list[tuple[str, str]]:
    """What stands behind the first name."""
    read, _ = discourse(text)
    found = told_after(read.annotations.names[0], person("A", **about), read)
    return [(each.kind.value, each.span.of(text)) for each in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Then Ana Silva, the envoy, left.", [("apposition", "the envoy")]),
        ("Then Ana Silva, the envoys, left.", []),
        ("Then Ana Silva of the army left.", [("description", "the army"), ("relation", "the army")]),
        ("Then Ana Silva of Peru left.", [("country", "Peru")]),
        ("Then Ana Silva, who leads the army, left.", [("relation", "the army")]),
        (
            "Then Ana Silva, an officer who leads the army, left.",
            [("apposition", "an officer"), ("relation", "the army")],
        ),
        ("Then Ana Silva, 61, left.", [("description", ", 61"), ("person", ", 61")]),
        ("Then Ana Silva, her Czech counterpart, Jan Kos, and others left.", []),
        ("Then Ana Silva left the army.", []),
    ],
)
def test_what_stands_behind_a_name(text: str, told: list[tuple[str, str]]) -> None:
    assert after(text) == told


def test_who_chairs_a_body_does_not_speak_for_it_if_more_is_told() -> None:
    text = "Then Ana Silva, who chairs the council, left."
    assert after(text) == [("relation", "the council")]
    assert after(text, described=True) == []


def test_an_office_behind_a_dash_with_a_name_of_its_own_is_not_of_the_name_before() -> None:
    text = "Kabar Pagi - Minister of Labour [[Ratna Kos]] said {{yes}}.\n\n“{{No}},” [[the minister]] said."
    assert [speaker and speaker.name for speaker in speakers(text)] == ["Ratna Kos", "Ratna Kos"]
    (speaker,) = speakers("[[Luis Rojo]] - minister of labour - said {{yes}}.")
    assert speaker is not None
    assert speaker.role == "minister of labour"


@pytest.mark.parametrize(
    ("text", "has_one"),
    [
        ("Hartono, the minister, left.", True),
        ("They met Hartono, the minister.", True),
        ("In Renkum, the minister, who was ill, left.", False),
        ("Instead, the minister, who was ill, left.", False),
        ("Oddly, the minister, who was ill, left.", False),
        ("Hartono, the minister left.", False),
        ("Hartono, a minister, left.", False),
    ],
)
def test_one_name_is_somebodys_by_an_office_behind_it(text: str, has_one: bool) -> None:
    read, _ = discourse(text)
    names = [name for name in read.annotations.names if len(name.parts) == 1]
    assert [has_an_office_behind(name, None, read) for name in names[:1]] == [has_one]
