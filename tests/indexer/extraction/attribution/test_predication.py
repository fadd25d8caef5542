from __future__ import annotations

import pytest

from indexer.extraction.attribution.predication import predication_start
from indexer.extraction.lang.cues import cues
from tests.indexer.extraction.parsed import parsed, token


@pytest.mark.parametrize(
    ("text", "verb", "start"),
    [
        ("Ilk called Vorn a liar.", "called", "Vorn"),
        ("Ilk accused the mayor of lying.", "accused", "the"),
        ("Even as he accused the mayor of lying, Ilk would not resign.", "accused", "the"),
        ("Ilk called himself a patriot.", "called", "himself"),
        ("Voters who called themselves very young left.", "called", "themselves"),
        ("A group that calls itself the Red Boats sank it.", "calls", None),
        ("A man calling himself Vorn sank it.", "calling", None),
        ("Voters who described themselves as young left.", "described", None),
        ("Ilk called the mayor.", "called", None),
    ],
)
def test_where_what_is_said_of_an_object_begins(text: str, verb: str, start: str | None) -> None:
    cue = token(parsed(text), verb)
    at = predication_start(cue, cue, next(entry for entry in cues()[verb] if len(entry.words) == 1))
    assert (cue.doc[at].text if at is not None else None) == start
