from __future__ import annotations

import pytest

from indexer.extraction.document.unclosed import end_by_attribution
from schemas.statement import Span


def end(text: str, may_go_on: bool = False) -> int | None:
    at = text.index("“")
    return end_by_attribution(text, Span(0, len(text)), Span(at, at + 1), len(text), may_go_on)


@pytest.mark.parametrize(
    "behind",
    [
        *(" the mission stated.", " Ana Silva said on Monday.", " said the mayor.", " according to the police."),
        *(" Ana Silva, the mayor, told reporters.", " she said, adding that it poured."),
    ],
)
def test_an_attribution_ends_the_words_before_it(behind: str) -> None:
    assert end(f"“It rains,{behind}") == len("“It rains,")


@pytest.mark.parametrize(
    "text",
    ["“It rains, and she said so.", "“The men, whom she told, said no.", "“It rains, the guide said it pours."],
)
def test_what_could_be_said_ends_nothing(text: str) -> None:
    assert end(text) is None


def test_a_mark_within_a_sentence_begins_none() -> None:
    assert end("The pipe is 5 “Wide, the mayor said.") is None
    assert end("He called it “wide, the mayor said.") is None


def test_where_a_quote_may_go_on_only_a_named_speaker_at_the_end_tells() -> None:
    assert end("“It rains, the guide said.", may_go_on=True) is not None
    assert end("“It rains, he said.", may_go_on=True) is None
    assert end("“It rains, the guide said. We left.", may_go_on=True) is None
