from __future__ import annotations

import pytest

from indexer.extraction.attribution.quotes_beside import quotes_beside
from tests.indexer.extraction.parsed import parsed, token


@pytest.mark.parametrize(
    ("text", "cue", "beside"),
    [
        ("“It rains,” Ilk said.", "said", ["“It rains,”"]),
        ("Ilk said: “It rains.”", "said", ["“It rains.”"]),
        ("“It rains,” Ilk said, “and it pours on us.”", "said", ["“It rains,”", "“and it pours on us.”"]),
        ("“It rains,” Ilk said, adding: “It pours.”", "said", ["“It rains,”"]),
        ("“It rains,” Ilk said, adding: “It pours.”", "adding", ["“It pours.”"]),
        ("Ilk said it rained.", "said", []),
    ],
)
def test_a_cue_has_the_quotes_that_no_other_parts_from_it(text: str, cue: str, beside: list[str]) -> None:
    sentence = parsed(text)
    found = quotes_beside(token(sentence, cue), sentence.folds)
    assert [sentence.span(fold).of(text) for fold in found] == beside


def test_a_quote_that_another_cue_has_is_not_there() -> None:
    assert quotes_beside(token(parsed("“It rains,” Ilk said."), "said"), ()) == ()
