import pytest

from tests.indexer.extraction.marked import speakers


@pytest.mark.parametrize(
    ("text", "role", "organisation", "codes"),
    [
        ("[[Georgian Road Minister Nino Kapa]] said {{yes}}.", "Road Minister", None, "GE"),
        ("Peru's envoy, [[Luis Rojo]], said {{yes}}.", "envoy", None, "PE"),
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
