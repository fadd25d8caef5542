import pytest

from indexer.extraction.annotation.places.toponyms import find_places


def standing(text: str) -> list[str]:
    return [place.span.of(text) for place in find_places(text) if place.stands]


@pytest.mark.parametrize(
    ("text", "acting"),
    [
        ("Moscow warned Kyiv.", ["Moscow", "Kyiv"]),
        ("On Monday Ankara said nothing.", ["Ankara"]),
        ("Baku's foreign ministry replied.", ["Baku"]),
        ("They accused Tehran of delay.", ["Tehran"]),
        ("A pact between Warsaw and Vilnius.", ["Warsaw", "Vilnius"]),
        ("It hit back at Moscow and sent a warning to Minsk.", ["Moscow", "Minsk"]),
        ("Ties with Belgrade are poor.", ["Belgrade"]),
        ("The Moscow-Baku partnership and a Tehran-backed group.", ["Moscow", "Baku", "Tehran"]),
        ("There was no support for Kyiv.", ["Kyiv"]),
    ],
)
def test_a_capital_that_acts_stands_for_its_government(text: str, acting: list[str]) -> None:
    assert standing(text) == acting


@pytest.mark.parametrize(
    "text",
    [
        "He spoke in Moscow.",
        "They flew to Cairo tonight.",
        "She arrived from Baku by car.",
        "BAKU, July 18 (Newswire) - The road is open.",
        "BAKU, Nov. 12 — The road is open.",
        "BAKU/TBILISI - The road is open.",
        "Astana, 14 September 2022",
        "Trains between Odesa and Chisinau run on time.",
        "A Vienna-based group met at the Geneva conference.",
        "The Minsk agreements and the Paris Agreement are older.",
        "Vienna's airport was closed.",
        "The streets of Tehran were empty.",
        "George Washington slept here.",
    ],
)
def test_a_capital_on_the_map_stands_for_nobody(text: str) -> None:
    assert standing(text) == []
