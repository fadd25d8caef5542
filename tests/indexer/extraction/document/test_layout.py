from __future__ import annotations

import pytest

from indexer.extraction.document.layout import behind_town_of_dateline, in_dateline, without_dateline
from schemas.statement import Span


@pytest.mark.parametrize(
    "dateline",
    [
        *("BAKU, July 18 (Newswire) - ", "OSLO — ", "NEW YORK (Wire) -- ", "LA PAZ (Wire): ", "ABUJA/NIAMEY - "),
        *("ST. KO, 4 May (The Post) – ", "RIGA, May 16, 2024 (Wire) - "),
        *("Wire.com - ", "WIRE.co.id – ", "WIRE.COM.TR, Ankara — ", "www.wire-news.hr - "),
    ],
)
def test_a_dateline_is_no_part_of_the_paragraph(dateline: str) -> None:
    text = f"{dateline}It rains."
    assert without_dateline(text, Span(0, len(text))).of(text) == "It rains."


@pytest.mark.parametrize(
    "text", ["It rains - in Oslo.", "OSLO said it rained.", "Oslo (Wire) - It rains.", "OSLO - ", "K.Silva - It rains."]
)
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


@pytest.mark.parametrize(
    "text", ["OSLO: It rains.", "OSLO (Wire): It rains.", "OSLO (Wire) It rains.", "OSLO, July 18 (Wire): It rains."]
)
def test_a_colon_or_an_agency_is_enough_behind_a_town_in_capitals(text: str) -> None:
    assert in_dateline(text, Span(0, 4))


def test_a_colon_is_enough_before_a_whole_sentence() -> None:
    sentence = f"Oslo: It rains {'and rains ' * 8}in the north."
    assert in_dateline(sentence, Span(0, 4))
    assert not in_dateline(sentence.removesuffix("."), Span(0, 4))


@pytest.mark.parametrize("before", ["Wire, ", "Wire/", "Ana Silva, "])
def test_an_outlet_or_a_reporter_may_stand_before_the_town(before: str) -> None:
    town = Span(len(before), len(before) + 4)
    assert in_dateline(f"{before}Oslo - It rains.", town)
    assert not in_dateline(f"{before}Oslo is wet.", town)


@pytest.mark.parametrize(
    ("before", "is_one"), [("Ana Silva, ", True), ("By Ana Silva in ", True), ("Ana Silva in ", False)]
)
def test_a_reporter_and_a_town_may_be_all_of_a_line(before: str, is_one: bool) -> None:
    text = f"{before}Oslo\n\nIt rains."
    assert in_dateline(text, Span(len(before), len(before) + 4)) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("RENK, Sudan (Wire) - It rains.", True),
        ("Old Renk, Sudan — It rains.", True),
        ("It rains in Renk, Sudan - again.", False),
        ("RENK, Sudan, is wet.", False),
    ],
)
def test_a_country_may_stand_behind_the_town(text: str, is_one: bool) -> None:
    start = text.index("Sudan")
    assert behind_town_of_dateline(text, Span(start, start + 5)) is is_one
