from __future__ import annotations

import pytest

from indexer.extraction.document.letter_case import ordinary_letters
from indexer.extraction.document.lines import paragraph_spans


@pytest.mark.parametrize(
    "text",
    [
        "Foreign minister Ana Vorel denied the report.",
        "Norway’s fisheries minister, Ana Vorel, said on Monday that the ships would stay.",
        "OSLO - The French envoy, Ana O’Neill-Sa, left the UN. “We do not run,” O’Neill-Sa said.",
        "Ana Vorel, the envoy of New Zealand to the EU, warned on May 3 that ships may sail.",
        "“It is late,” said Ivo Marsh. The minister resigned on Tuesday. I am late too.",
        "Heavy rain fell in the north of Poland. The police found two boats.",
    ],
)
def test_a_text_in_capitals_is_read_in_ordinary_letters(text: str) -> None:
    shouted = text.upper()
    assert ordinary_letters(shouted, list(paragraph_spans(shouted))) == text


@pytest.mark.parametrize(
    "text", ["UN SAYS IT RAINS.\n\nThe road was closed on Monday.", "The road was closed.", "NO.", ""]
)
def test_any_other_text_stays(text: str) -> None:
    assert ordinary_letters(text, list(paragraph_spans(text))) == text


def test_letters_that_are_longer_in_small_stay() -> None:
    text = "İSTANBUL'S MAYOR, ANA VOREL, SAID IT RAINED."
    assert len(ordinary_letters(text, list(paragraph_spans(text)))) == len(text)
