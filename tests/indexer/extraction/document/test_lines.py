from __future__ import annotations

import pytest

from indexer.extraction.document.lines import paragraph_spans

FIRST = (
    "The talks on the shared canal will resume in June, Minister Ana Silva told the press. "
    "The canal has been dry since 2019, and nobody fishes there."
)
BROKEN = """The talks on the shared canal will resume in June, Minister
Ana Silva told the press. The canal has been dry since 2019, and
nobody fishes there.

A spokesman of the
other side was not seen, and what he thinks of the canal and of the
fish is not known.
"""


def paragraphs(text: str) -> list[str]:
    return [span.of(text) for span in paragraph_spans(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "  \n  "])
def test_lines_broken_to_fit_a_width_are_one_paragraph(end: str) -> None:
    assert [" ".join(paragraph.split()) for paragraph in paragraphs(BROKEN.replace("\n", end))] == [
        FIRST,
        "A spokesman of the other side was not seen, and what he thinks of the canal and of the fish is not known.",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["Minister opens bridge", "The bridge is new.", "It is long."],
        [
            "The bridge across the canal is new, and it is long.",
            "It has been closed since Monday, to the regret of all.",
        ],
        ["Ships that were seen in the harbour on Monday:", "- the Alma", "- the Otter"],
        ["Ana Silva, who is minister of ports", "Boris Ilk, a dealer", "The mayor of the island of Vorn", "Nobody"],
    ],
    ids=["headline", "paragraphs", "bullets", "list"],
)
def test_lines_that_were_not_broken_stay_apart(lines: list[str]) -> None:
    assert len(paragraphs("\n".join(lines))) == len(lines)


def test_a_blank_text_has_no_paragraph() -> None:
    assert paragraphs(" \n\t\r\n\u2028 ") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [("The bridge of\nBaku", 1), ("The bridge,\nBaku", 2), ("The end of\n\nBaku", 2), ("Thereof\nBaku", 2)],
)
def test_a_line_that_ends_in_a_word_that_ends_none_goes_on(text: str, count: int) -> None:
    assert len(paragraphs(text)) == count
