from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.indexer.extraction.documents import document


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in document(text).sentences]


@pytest.mark.parametrize(
    "expected",
    [
        ["The road was closed in the north", "It said the bridge was open."],
        ["What It Said in the north"],
        ["Mr. Ondra met Gen. Ilk on Nov. 5.", "He left early."],
        ["They flew to the U.S. on Monday.", "The visit lasted a day."],
        ["It began at 9 a.m.", "The minister came late."],
        ["Sen. P. J. Vorel (R-Ga.) spoke first.", "Nobody answered."],
        ["“Why not?” asked the minister."],
        ["“Why not?” Deputy Minister Ilk asked."],
        ["“Why not?”", "He left."],
        ["“We will see.”", "“Then what?”"],
        ["He called it “a farce.”", "The embassy was silent."],
        ["What now?", "Nobody knows…", "We wait."],
        ["(The office was closed.)", "Calls went unanswered."],
        ["The first was paid in 2019.", "2020 brought nothing."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_a_headline_without_a_stop_is_a_sentence_of_its_own() -> None:
    assert sentences("Minister opens bridge\n\nThe bridge is new.\r\nIt is long.") == [
        "Minister opens bridge",
        "The bridge is new.",
        "It is long.",
    ]


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(" \n.?!\"'“”‘’A\u00ad\u00a0\r"))))
def test_spans_are_in_order_and_begin_and_end_with_something_to_read(text: str) -> None:
    read, at = document(text), 0
    for paragraph in read.paragraphs:
        assert paragraph.sentences[0].start == paragraph.span.start
        assert paragraph.sentences[-1].end == paragraph.span.end
        for span in paragraph.sentences:
            assert at <= span.start < span.end
            assert span.of(read.text) == span.of(read.text).strip()
            at = span.end
