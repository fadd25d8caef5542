from __future__ import annotations

import pytest

from indexer.extraction.annotation.capitals import in_title_case, labels_in_capitals
from schemas.statement import Span
from tests.indexer.extraction.documents import document


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ANA SILVA, MINISTER OF TRADE", "Ana Silva, Minister of Trade"),
        ("OLA O’BRIEN, PERU'S ENVOY", "Ola O’Brien, Peru's Envoy"),
        ("IM YONG-JIN, EU ENVOY", "Im Yong-Jin, EU Envoy"),
        ("DE WAL", "De Wal"),
        ("ANA SILVA (McLeod)", "Ana Silva (McLeod)"),
    ],
)
def test_labels_are_read_in_title_case(words: str, expected: str) -> None:
    text = f"{words}: SO"
    assert in_title_case(text, [Span(0, len(words))]) == f"{expected}: SO"


def test_labels_of_turns_are_in_capitals_with_the_office_behind() -> None:
    text = "IVAN PELL, HOST: Is it open?\n\nANA SILVA, MINISTER: It is open now.\n\nPell: Good."
    read = document(text)
    assert [span.of(text) for span in labels_in_capitals(text, read.turns, [])] == [
        "IVAN PELL, HOST",
        "ANA SILVA, MINISTER",
    ]
