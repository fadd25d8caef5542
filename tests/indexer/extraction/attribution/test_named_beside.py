from __future__ import annotations

import pytest

from indexer.extraction.attribution.named_beside import named_beside
from tests.indexer.extraction.documents import document


def named(text: str) -> list[str]:
    """The words that name the speakers of the quotes, in the order of these."""
    found = named_beside(document(text))
    return [found[quote].of(text) for quote in sorted(found)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“A good day for all.” – Harbour Minister Rikke Vorn", ["Harbour Minister Rikke Vorn"]),
        ("“A good day for all.” — Rikke Vorn, who runs the port", ["Rikke Vorn"]),
        ("“A good day for all.”\n\n-- Rikke Vorn, Malmo", ["Rikke Vorn"]),
        ("“A good day.” - Ona Ilk\n\n“A bad day.” - Per Vorn", ["Ona Ilk", "Per Vorn"]),
        ("“A good day – a fine day.”", []),
        ("“A good day” – “a fine day”", []),
        ("“A good day” – that was what Vorn had seen.", []),
        ("The “Gull” – a ship of Harbour Minister Vorn – left.", []),
    ],
)
def test_behind_a_dash(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mira Vorn, president of Andorra: “The snow is late.”", ["Mira Vorn"]),
        ("Rep. Mira Vorn (Democrat): “The snow is late.”", ["Rep. Mira Vorn"]),
        ("The answer of the Swiss envoy: “Not today.”", ["the Swiss envoy"]),
        ("And from Prime Minister Leo Vorn of Austria:\n\n“We wait.”", ["Prime Minister Leo Vorn of Austria"]),
        ("PRIME MINISTER LEO VORN ON RADIO:\n\n“We wait.”\n\n“We work.”", ["PRIME MINISTER LEO VORN"] * 2),
        ("LEO VORN, PRIME MINISTER\n\n“We wait.”", ["LEO VORN"]),
        ("Leo Vorn, the envoy, was brief: “Not today.”", []),
        ("On July 6: “Not today.”", []),
        ("Asked Vorn: “Not today.”", []),
        ("Breaking News: “Not today.”", []),
        ("The menu: “soup of the day” and bread.", []),
        ("PRIME MINISTER UNDER FIRE\n\n“We wait,” Vorn said.", []),
    ],
)
def test_before_a_colon(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In Lena Vorn's words, “the war is a long night”.", ["Lena Vorn"]),
        ("In the words of Colonel Vorn, “the hill is empty”.", ["Colonel Vorn"]),
        ("In the words of Ada Vorn, the envoy, “the hill is empty”.", ["Ada Vorn"]),
        ("“The hill is empty”, in the words of Colonel Vorn.", ["Colonel Vorn"]),
        ("For the minister, “the budget is a bridge”.", ["the minister"]),
        ("In other words, “the budget is a bridge”.", []),
        ("For example, “the budget is a bridge”.", []),
        ("For years, “the budget is a bridge”.", []),
    ],
)
def test_in_phrases(text: str, names: list[str]) -> None:
    assert named(text) == names
