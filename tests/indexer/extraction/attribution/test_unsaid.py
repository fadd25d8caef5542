from __future__ import annotations

import pytest

from indexer.extraction.attribution.unsaid import is_said
from indexer.extraction.model.attribution import Attribution, AttributionCue, Rule
from schemas.statement import Act, Kind, Span


@pytest.mark.parametrize(
    ("source", "lemma", "act", "content", "expected"),
    [
        ("Ilk", "say", Act.ASSERT, "it rained", True),
        ("Nobody", "say", Act.ASSERT, "it rained", False),
        ("Neither Ilk nor Vorn", "say", Act.ASSERT, "it rained", False),
        ("No. 10", "say", Act.ASSERT, "it rained", True),
        ("a reporter", "ask", Act.ASK, "whether it rained", False),
        ("a reporter", "say", Act.ASSERT, "it rained", True),
        ("Ilk", "refuse", Act.DENY, "to say whether it rained", False),
        ("Ilk", "refuse", Act.DENY, "to sign the letter", True),
    ],
)
def test_what_is_no_statement(source: str, lemma: str, act: Act, content: str, expected: bool) -> None:
    text = f"{source} {lemma} {content}"
    start = len(source) + 1
    cue = AttributionCue(Span(start, start + len(lemma)), lemma, act)
    spans = (Span(start + len(lemma) + 1, len(text)),)
    assert is_said(text, Attribution(Kind.INDIRECT, spans, Span(0, len(source)), cue, Rule.CLAUSE)) is expected


def test_a_quote_without_a_cue_is_said() -> None:
    assert is_said("It rained.", Attribution(Kind.DIRECT, (Span(0, 9),), None, None, Rule.QUOTE_WITHOUT_CUE))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ilk left.\n\nEditor’s note: Ilk said it rained.", False),
        ("Ilk left.\n\nCorrection (3 May): Ilk said it rained.", False),
        ("Ilk left.\n\n(Reporting by Ana Silva; Ilk said it rained)", False),
        ("Ilk left.\n\nThe editor’s note: Ilk said it rained.", True),
        ("Ilk left.\n\nReporting by Ana Silva; editing by Ilk who said it rained.", False),
        ("Reporting on floods, Ilk said it rained.", True),
        ("Reporting by the Post said it rained.", True),
        ("Corrections chief Ana Silva: Ilk said it rained.", True),
    ],
)
def test_the_notes_of_editors_are_no_statements(text: str, expected: bool) -> None:
    start = text.index("said")
    cue = AttributionCue(Span(start, start + 4), "say", Act.ASSERT)
    spans = (Span(start + 5, len(text)),)
    assert is_said(text, Attribution(Kind.INDIRECT, spans, Span(start - 4, start - 1), cue, Rule.CLAUSE)) is expected
