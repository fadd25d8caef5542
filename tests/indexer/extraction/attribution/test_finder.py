from __future__ import annotations

import pytest

from indexer.extraction.attribution.finder import RuleFinder
from indexer.extraction.model.attribution import Attribution
from tests.indexer.extraction.documents import document


def found(text: str) -> tuple[Attribution, ...]:
    return next(RuleFinder().find([document(text)]))


def spans(text: str) -> list[list[str]]:
    return [[span.of(text) for span in attribution.spans] for attribution in found(text)]


@pytest.mark.parametrize(
    "text", ["a" * 10**7, '"' * 10**5, "“A " * 10**5, "'s " * 10**5, "." * 10**5 + " said Ilk", "Ilk\nsaid " * 10**4]
)
def test_no_text_takes_more_than_its_share(text: str) -> None:
    """Ends at all: what is quadratic in the length would take hours here."""
    assert isinstance(found(text), tuple)


@pytest.mark.parametrize(
    "text", ["The ministers called on", "Ilk spoke of", "Ilk said that", "According to", "Ilk accused"]
)
def test_a_sentence_that_breaks_off_behind_its_cue_reports_nothing(text: str) -> None:
    assert spans(text) == []


def test_a_statement_within_another_is_a_part_of_it() -> None:
    assert spans("Ilk said that Vorn had told reporters the road was closed.") == [
        ["Vorn had told reporters the road was closed"]
    ]


def test_a_quote_after_a_reported_clause_is_a_statement_of_its_own() -> None:
    text = "Ilk said the road was closed. “It will stay closed for a month.”"
    assert spans(text) == [["the road was closed"], ["It will stay closed for a month."]]
    assert found(text)[1].mention is None


def test_each_report_names_its_rule() -> None:
    assert [attribution.rule for attribution in found("“It rains,” Ilk said. Vorn said it poured.")] == [
        "quote beside its cue",
        "clause",
    ]


def test_an_apposition_names_the_speaker() -> None:
    text = "The spokeswoman, Vera Ilk, said the road was closed."
    (attribution,) = found(text)
    assert attribution.mention is not None
    assert attribution.mention.of(text) == "Vera Ilk"
