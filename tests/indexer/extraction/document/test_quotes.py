from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extraction.document.lines import paragraph_spans
from indexer.extraction.document.quotes import quotes_of
from indexer.extraction.model.document import Quote

MARKS = st.text(alphabet=st.sampled_from("ab .,:\n\"'“”‘’„«»‹›`<>"), max_size=60)


def quotes(text: str) -> list[Quote]:
    found = quotes_of(text, list(paragraph_spans(text)))
    return [quote for paragraph in found for quote in paragraph]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rains,” she said. “It pours.”", ["It rains,", "It pours."]),
        ('"It rains," she said.', ["It rains,"]),
        ("‘The ministers’ plan isn’t ours’, he said.", ["The ministers’ plan isn’t ours"]),
        ("“She told me, ‘Go home’, and left.”", ["She told me, ‘Go home’, and left."]),
        ("«Non», he said; „nein“, she said.", ["Non", "nein"]),
        ("”It rains,” she said.", ["It rains,"]),
        ("“It rains,“ she said.", ["It rains,"]),
        ("``It rains,'' she said.", ["It rains,"]),
        ("“‘Fine,’ ” she said.", ["‘Fine,’"]),
        ('" It rains , " she said , " and pours . "', ["It rains ,", "and pours ."]),
        ("`` It rains , '' she said , `` and pours . ''", ["It rains ,", "and pours ."]),
        ("« Il pleut », dit-elle. “ It rains ” , he said.", ["Il pleut", "It rains"]),
        ('"It rains, " she said. "It pours."', ["It rains,", "It pours."]),
        ('The pipe is 5 " wide. "It rains," she said.', ["It rains,"]),
        ("In the ’90s the dogs’ tails were long.", []),
        ("A 6'2\" man came.", []),
        ("He left “” and “…” blank.", []),
    ],
)
def test_what_stands_between_marks_is_found(text: str, expected: list[str]) -> None:
    assert [quote.inner.of(text) for quote in quotes(text)] == expected


def test_a_quote_over_paragraphs_goes_on_in_each() -> None:
    text = "“One came.\n\n“Two came.\n\n“Three came,” she said."
    assert [(quote.inner.of(text), quote.closed, quote.continued) for quote in quotes(text)] == [
        ("One came.", False, True),
        ("Two came.", False, True),
        ("Three came,", True, False),
    ]


def test_a_quote_that_is_not_opened_again_runs_to_its_closing_mark() -> None:
    text = "“One came.\nTwo came,” she said."
    assert [quote.inner.of(text) for quote in quotes(text)] == ["One came.", "Two came,"]


def test_an_unclosed_quote_ends_with_its_paragraph() -> None:
    text = "He said: “It rains. It pours.\n\nTrains ran on time."
    assert [(quote.inner.of(text), quote.closed) for quote in quotes(text)] == [("It rains. It pours.", False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rains. It pours, the mission stated.", ["It rains. It pours,"]),
        ("It was wet. “It rains, Ana Silva told reporters on Monday. The road is shut.", ["It rains,"]),
        ('"It rains, she said. "It pours," she added.', ["It rains,", "It pours,"]),
        ("“It rains, said the mayor.\n\n“It pours,” he said.", ["It rains,", "It pours,"]),
    ],
)
def test_the_attribution_of_its_sentence_ends_an_unclosed_quote(text: str, expected: list[str]) -> None:
    assert [quote.inner.of(text) for quote in quotes(text)] == expected
    assert not any(quote.continued for quote in quotes(text))


@pytest.mark.parametrize(
    "text",
    [
        "“It rains, the guide said. So we left.\n\n“We ran,” she said.",
        "“It rains, he said.\n\n“We ran,” she said.",
        "“It rains, the guide said.\nWe ran,” she said.",
    ],
)
def test_what_a_speaker_recalls_ends_no_quote_that_goes_on(text: str) -> None:
    assert [quote.continued for quote in quotes(text)] == [True, False]


def test_a_stray_mark_in_mid_sentence_quotes_nothing() -> None:
    assert quotes("The board is 5 “ wide\n\nand blue.") == []


@given(MARKS)
def test_any_marks_give_quotes_in_order_with_words_in_them(text: str) -> None:
    at = 0
    for quote in quotes(text):
        assert at <= quote.outer.start <= quote.inner.start < quote.inner.end <= quote.outer.end <= len(text)
        assert any(character.isalnum() for character in quote.inner.of(text))
        at = quote.outer.end
