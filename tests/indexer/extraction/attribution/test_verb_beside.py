from __future__ import annotations

import pytest

from indexer.extraction.attribution.verb_beside import verbs_beside
from tests.indexer.extraction.parsed import parsed


def beside(text: str) -> list[tuple[str, str]]:
    """Lemma and mention of each report that is found."""
    sentence = parsed(text)
    return [
        (report.lemma, sentence.span(report.mention).of(text) if report.mention else "")
        for report in verbs_beside(sentence, sentence.folds)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rains,” honked Vera Ilk.", [("honked", "Vera Ilk")]),
        ("“It rains,” Vera Ilk, the envoy, honked.", [("honked", "Vera Ilk")]),
        ("“It rains,” Ilk shot back.", [("shoot back", "Ilk")]),
        ("The envoy cut in: “It rains.”", [("cut in", "The envoy")]),
        ("“It rains,” came the reply from Vera Ilk.", [("came", "Vera Ilk")]),
        ("“It rains,” came her reply.", [("came", "her")]),
        ("“It rains,” came the reply.", [("came", "")]),
        ("“It rains,” seems the minister's view.", []),
        ("“It rains,” sank the ship.", []),
    ],
)
def test_a_verb_that_touches_a_quote_reports_it_if_somebody_is_its_subject(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert beside(text) == expected
