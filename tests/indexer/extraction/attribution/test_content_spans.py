from __future__ import annotations

import pytest

from indexer.extraction.attribution.content_spans import clean, content_spans
from indexer.extraction.attribution.shapes import Content, TokenRange
from indexer.extraction.model.attribution import Rule
from schemas.statement import Kind, Span
from tests.indexer.extraction.documents import document
from tests.indexer.extraction.parsed import parsed


@pytest.mark.parametrize(
    ("text", "expected", "kind"),
    [
        (", that it rained.", "it rained", Kind.INDIRECT),
        ("“It rains,”", "It rains,", Kind.DIRECT),
        ("that it was “a farce” there,", "it was “a farce” there", Kind.MIXED),
        ("it was “a farce”.", "it was “a farce”", Kind.MIXED),
        ("that's it", "that's it", Kind.INDIRECT),
    ],
)
def test_marks_and_conjunctions_around_are_left_out(text: str, expected: str, kind: Kind) -> None:
    (paragraph,) = document(text).paragraphs
    cleaned = clean(text, Span(0, len(text)), paragraph.quotes)
    assert cleaned is not None
    assert (cleaned[0].of(text), cleaned[1]) == (expected, kind)


def test_nothing_to_read_is_no_content() -> None:
    assert clean(" , —", Span(0, 4), ()) is None


@pytest.mark.parametrize(("words", "found"), [("a bad day", 0), ("a day that all of us will curse", 1)])
def test_a_term_that_somebody_uses_is_no_statement(words: str, found: int) -> None:
    text = f"Ilk left after what she called “{words}”."
    sentence = parsed(text)
    content = Content((TokenRange(6, len(sentence.doc) - 1),), Rule.FREE_RELATIVE)
    spans, kind = content_spans(text, sentence, document(text).paragraphs[0].quotes, content)
    assert (len(spans), kind) == (found, Kind.MIXED)
