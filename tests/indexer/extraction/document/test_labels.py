from __future__ import annotations

import pytest

from indexer.extraction.document.labels import label_of
from schemas.statement import Span


def label(text: str) -> str | None:
    found = label_of(text, Span(0, len(text)))
    return found.span.of(text) if found is not None else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q: Why?", "Q"),
        ("Ana Voss: It will.", "Ana Voss"),
        ("ANA VOSS, MINISTER OF PORTS: It will.", "ANA VOSS, MINISTER OF PORTS"),
        ("ANA VOSS, FORMER MINISTER, NORTH PARTY: It will.", "ANA VOSS, FORMER MINISTER, NORTH PARTY"),
        ("Ana Voss (Minister of Ports): It will.", "Ana Voss (Minister of Ports)"),
        ("The Minister for Ports and Sea (Mr Per Voss): It will.", "The Minister for Ports and Sea (Mr Per Voss)"),
        ("Dame Ruth Voss (North Harbour) (Lab): It will.", "Dame Ruth Voss"),
        ("VOSS (through translator): It will.", "VOSS"),
        ("The mayor said: It will.", None),
        ("Ana Voss, late and tired: It will.", None),
        ("It will be late: so it goes.", "It will be late"),
        ("rain: It will.", None),
    ],
)
def test_who_speaks_stands_before_a_colon(text: str, expected: str | None) -> None:
    assert label(text) == expected


@pytest.mark.parametrize(
    ("text", "key", "asks", "tells"),
    [
        ("QUESTION: Why?", "question", True, False),
        ("IVAN PELL, HOST: Why?", "pell", True, True),
        ("Ivan Pell, correspondent: Why?", "pell", True, True),
        ("UNIDENTIFIED MALE: Why?", "male", True, False),
        ("Ana Voss (minister): So.", "voss", False, True),
        ("The Minister for Ports (Mr Per Voss): So.", "voss", False, True),
        ("MS VOSS: So.", "voss", False, True),
        ("VOSS (on camera): So.", "voss", False, True),
        ("Voss: So.", "voss", False, False),
    ],
)
def test_a_label_may_tell_who_asks_and_that_it_is_one(text: str, key: str, asks: bool, tells: bool) -> None:
    found = label_of(text, Span(0, len(text)))
    assert found is not None
    assert (found.key, found.asks, found.tells) == (key, asks, tells)
