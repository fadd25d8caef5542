from __future__ import annotations

import pytest

from indexer.extraction.document.layout import in_dateline, without_dateline
from schemas.statement import Span


@pytest.mark.parametrize(
    "dateline",
    [
        *("BAKU, July 18 (Newswire) - ", "OSLO — ", "NEW YORK (Wire) -- ", "LA PAZ (Wire): ", "ABUJA/NIAMEY - "),
        *("ST. KO, 4 May (The Post) – ", "RIGA, May 16, 2024 (Wire) - "),
    ],
)
def test_a_dateline_is_no_part_of_the_paragraph(dateline: str) -> None:
    text = f"{dateline}It rains."
    assert without_dateline(text, Span(0, len(text))).of(text) == "It rains."


@pytest.mark.parametrize("text", ["It rains - in Oslo.", "OSLO said it rained.", "Oslo (Wire) - It rains.", "OSLO - "])
def test_what_is_no_dateline_stays(text: str) -> None:
    assert without_dateline(text, Span(0, len(text))) == Span(0, len(text))


@pytest.mark.parametrize(
    "behind",
    [
        *(" - It rains.", ", July 18 (Wire) – It rains.", " (Wire) — It rains.", "/RIGA, Feb. 3 - It rains."),
        *(", 18 July 2024", ", July 18, 2024\nIt rains."),
    ],
)
def test_what_follows_a_town_tells_that_it_stands_in_a_dateline(behind: str) -> None:
    assert in_dateline(f"Oslo{behind}", Span(0, 4))
    assert in_dateline(f"It rains\nOslo{behind}", Span(9, 13))
    assert not in_dateline(f"In Oslo{behind}", Span(3, 7))


@pytest.mark.parametrize(
    "behind", [" said it rained.", ", July 18", ": it rains.", "-based firms", ", a port, waits - "]
)
def test_a_town_that_begins_a_sentence_does_not(behind: str) -> None:
    assert not in_dateline(f"Oslo{behind} and more", Span(0, 4))
