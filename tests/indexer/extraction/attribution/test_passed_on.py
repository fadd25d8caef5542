from __future__ import annotations

import pytest

from indexer.extraction.attribution.cue_rules import find_reports
from tests.indexer.extraction.parsed import parsed


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Ilk said it rained, according to Vorn.", ["say"]),
        ("Ilk said it rained, the news agency said.", ["say"]),
        ("It rained, according to Vorn.", ["according to"]),
        ("According to the Morning Herald, Ilk said it rained.", ["say"]),
        ("According to the minister, Ilk said it rained.", ["according to", "say"]),
        ("Ilk said it rained, Reuters reported on Monday.", ["say"]),
        ("Ilk said it rained, PTI said.", ["say"]),
        ("The Herald reported that Ilk had said it rained.", ["say"]),
        ("Radio Renk reported that Ilk had said it rained.", ["say"]),
        ("Vorn told Ilk it rained, the mayor said.", ["tell", "say"]),
    ],
)
def test_who_passes_on_what_another_said_is_no_source(text: str, cues: list[str]) -> None:
    assert [report.lemma for report in find_reports(parsed(text))] == cues


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Ilk had said it rained, Petra said.", ["say", "say"]),
        ("Ilk had said it rained, PETRA said.", ["say"]),
        ("Ilk had said it rained, state agency Petra said.", ["say"]),
    ],
)
def test_an_outlet_is_none_where_somebody_is_called_so(text: str, cues: list[str]) -> None:
    assert [report.lemma for report in find_reports(parsed(text), {"petra"})] == cues
