"""What every finder of attributions holds, whatever it finds: a suite that a finder's tests inherit from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.extraction.attribution.contract import AttributionFinder
from indexer.extraction.model.attribution import Attribution
from indexer.extraction.model.document import Document
from schemas.statement import Span
from tests.indexer.extraction.documents import document

PIECES = [
    *(
        "said ",
        "told them ",
        "that ",
        "according to ",
        "accused Ilk of ",
        "condemned Oslo’s ",
        "in reply to ",
        "called ",
    ),
    *("called on ", "he said", "claim "),
    *("was quoted as saying ", "Ilk ", "the minister ", "He ", "what ", "which, ", "rain", "Q: ", "Ilk: ", "\n\n"),
    *("“We go,” ", "“We all go home now.” ", "“", "”", '"', "'", "‘", "’", "«", "»", "OSLO (Wire) - ", "\x00", "😀"),
    *(". ", ", ", ": ", "? ", "—", "\n", "\r\n", "\u2028", "\u00ad", "(", ")", " "),
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
NEWS = """OSLO, May 4 (Wire) - The minister said the road was closed. “It will stay so,” he said. “We are sorry.”

“Why is it closed for all of us?” Vera Ilk asked, according to the Harbour Post, which called it “absurd”.

“We have seen the road, and we have seen the bridge.

“Nobody goes there,” she added."""
HOSTILE = ["", " \n\t", "said", "“", "“" * 200, "“A " * 300, "Ilk said\n" * 50, "a" * 10_000, ". said Ilk" * 50]


class FinderContract:
    """A subclass says which finder it is."""

    finder: AttributionFinder

    def found(self, text: str) -> tuple[Document, tuple[Attribution, ...]]:
        read = document(text)
        (attributions,) = self.finder.find([read])
        return read, attributions

    def test_it_finds_something_and_has_a_version(self) -> None:
        assert self.found(NEWS)[1]
        assert self.finder.version

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.differing_executors])  # each its own
    @given(TEXTS)
    def test_any_text_has_attributions_that_point_into_it(self, text: str) -> None:
        holds(*self.found(text))

    @pytest.mark.parametrize("text", [NEWS, *HOSTILE], ids=lambda text: repr(text[:12]))
    def test_so_has_news_and_what_is_none(self, text: str) -> None:
        holds(*self.found(text))

    def test_no_documents_have_none(self) -> None:
        assert list(self.finder.find([])) == []

    def test_documents_keep_their_order_and_do_not_change_each_other(self) -> None:
        texts = [f"{NEWS}\n\nIlk said {number} ferries had sunk." if number % 3 else "" for number in range(40)]
        together = list(self.finder.find(map(document, texts)))
        assert together == [self.found(text)[1] for text in texts]


def holds(read: Document, attributions: Sequence[Attribution]) -> None:
    assert is_sorted([attribution.spans[0] for attribution in attributions])
    spans = sorted(span for attribution in attributions for span in attribution.spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    outer = {quote.outer for paragraph in read.paragraphs for quote in paragraph.quotes}
    for attribution in attributions:
        assert attribution.spans
        assert is_sorted(attribution.spans)
        assert not outer.intersection(attribution.spans)
        named = [attribution.mention, attribution.target, attribution.cue.span if attribution.cue else None]
        for span in (*attribution.spans, *filter(None, named)):
            assert 0 <= span.start < span.end <= len(read.text)
            assert span.of(read.text) == span.of(read.text).strip()
        if attribution.target is not None and attribution.mention is not None:
            assert not overlap(attribution.target, attribution.mention)


def overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def is_sorted(spans: Sequence[Span]) -> bool:
    return list(spans) == sorted(spans)
