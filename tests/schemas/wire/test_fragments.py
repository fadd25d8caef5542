"""What matched, as pieces of HTML."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from schemas.statement import Span
from schemas.wire.fragments import AROUND, FRAGMENTS, WHOLE, fragments


def places(text: str, *words: str) -> list[Span]:
    return sorted(
        Span(*found.span()) for word in words for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)
    )


def test_where_nothing_matches_there_is_none() -> None:
    assert fragments("a corridor", ()) == []


def test_escapes() -> None:
    text = '<b> & "b"'
    assert fragments(text, places(text, "b")) == ['&lt;<mark>b</mark>&gt; &amp; "<mark>b</mark>"']


def test_a_long_text_is_cut_around_its_matches() -> None:
    filler = "word " * 60
    text = f"{filler}corridor {filler}border {filler}corridor {filler}corridor {filler}"
    found = fragments(text, places(text, "corridor", "border"))
    assert len(found) == FRAGMENTS
    assert all(re.fullmatch(r"…(word )+<mark>(corridor|border)</mark>( word)+…", fragment) for fragment in found)
    assert all(len(fragment) < 2 * AROUND + 40 for fragment in found)


def test_a_fragment_at_the_edge_is_not_cut_there() -> None:
    text = "corridor " + "word " * 200 + "border"
    first, last = fragments(text, places(text, "corridor", "border"))
    assert first.startswith("<mark>corridor</mark> word")
    assert first.endswith("word…")
    assert last.startswith("…word")
    assert last.endswith("word <mark>border</mark>")


def test_matches_next_to_each_other_share_a_fragment() -> None:
    text = "word " * 100 + "corridor border " + "word " * 100
    (found,) = fragments(text, places(text, "corridor", "border"))
    assert "<mark>corridor</mark> <mark>border</mark>" in found


def test_a_text_without_spaces() -> None:
    text = "ä-" * 400 + "bb" + "-ö" * 400
    (found,) = fragments(text, places(text, "bb"))
    assert "<mark>bb</mark>" in found
    assert len(found) < 2 * AROUND + 40


words = st.sampled_from(["corridor", "border", "<b>", "&amp;", "é", "\n", "the", "U.S.", "x" * 150])


@given(
    text=st.lists(words, max_size=120).map(" ".join),
    q=st.sampled_from([("corridor",), ("b",), ("the border",), ("border", "U.S."), ("the", "é")]),
)
def test_fragments_are_pieces_of_the_text(text: str, q: tuple[str, ...]) -> None:
    found = fragments(text, places(text, *q))
    assert len(found) <= FRAGMENTS
    for fragment in found:
        assert "<mark>" in fragment
        plain = html.unescape(re.sub("</?mark>", "", fragment))
        assert plain.removeprefix("…").removesuffix("…") in text
        assert not re.search(r"<(?!/?mark>)", fragment)
        if len(text) > WHOLE:
            assert len(plain) < 2 * AROUND + 320
