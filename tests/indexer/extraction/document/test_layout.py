from __future__ import annotations

import pytest

from indexer.extraction.document.layout import without_dateline
from schemas.statement import Span


@pytest.mark.parametrize(
    "dateline",
    [
        "BAKU, July 18 (Newswire) - ",
        "OSLO — ",
        "NEW YORK (Wire) -- ",
        "LA PAZ (Wire): ",
        "ST. PETER, 4 May (The Post) – ",
    ],
)
def test_a_dateline_is_no_part_of_the_paragraph(dateline: str) -> None:
    text = f"{dateline}It rains."
    assert without_dateline(text, Span(0, len(text))).of(text) == "It rains."


@pytest.mark.parametrize("text", ["It rains - in Oslo.", "OSLO said it rained.", "Oslo (Wire) - It rains.", "OSLO - "])
def test_what_is_no_dateline_stays(text: str) -> None:
    assert without_dateline(text, Span(0, len(text))) == Span(0, len(text))
