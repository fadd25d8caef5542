from __future__ import annotations

import pytest

from indexer.extraction.attribution.titles import is_named, is_title
from indexer.extraction.model.document import Quote
from schemas.statement import Span
from tests.indexer.extraction.documents import document


@pytest.mark.parametrize(
    ("words", "expected"),
    [("A Rainy Day", True), ("The Northern Star", True), ("A rainy day", False), ("Rain", False), ("AB " * 12, False)],
)
def test_a_title_has_capitals(words: str, expected: bool) -> None:
    assert is_title(words, Quote(Span(0, len(words)), Span(0, len(words)))) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ilk wrote “The Long Rain.”", True),
        ("On “The Morning Hour,” Ilk spoke.", True),
        ("His film, “The Long Rain,” is about Ilk.", True),
        ("His answer, “The Long Rain,” was short.", False),
        ("Ilk wrote: “The Long Rain.”", False),
        ("“Good Morning,” Ilk said.", False),
        ("Ilk wrote “the long rain.”", False),
    ],
)
def test_a_title_that_words_lead_to_names_something(text: str, expected: bool) -> None:
    (quote,) = document(text).paragraphs[0].quotes
    assert is_named(text, quote) is expected
