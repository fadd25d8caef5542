"""Marks on what matched."""

from __future__ import annotations

import html
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.highlights.highlight import AROUND, FRAGMENTS, WHOLE, highlight
from search.language import parse

TEXT = "The Lachin corridor's corridors: a cease-fire at 10:30, said Bülbüloğlu of the U.S. side."


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("corridor", "The Lachin <mark>corridor</mark>'s <mark>corridors</mark>: a"),
        ('"corridor"', "The Lachin <mark>corridor</mark>'s corridors: a"),
        ('"lachin corridor"', "The <mark>Lachin corridor</mark>'s corridors"),
        ('"lachin corridor" corridors', "The <mark>Lachin corridor</mark>'s <mark>corridors</mark>: a"),
        ("corr*", "<mark>corridor</mark>'s <mark>corridors</mark>"),
        ("cease-fires", "a <mark>cease-fire</mark> at"),
        ("ceasefire", "a <mark>cease-fire</mark> at"),
        ("10:30", "at <mark>10:30</mark>, said"),
        ("bulbuloglu us", "said <mark>Bülbüloğlu</mark> of the <mark>U.S.</mark> side"),
        ("side -corridor", "U.S. <mark>side</mark>."),
        ("side OR zebra", "U.S. <mark>side</mark>."),
        ("coridors~1", "Lachin corridor's <mark>corridors</mark>: a"),
        ("coridor~2", "Lachin <mark>corridor</mark>'s <mark>corridors</mark>: a"),
        ("lachin NEAR/2 corridors", "The <mark>Lachin</mark> <mark>corridor</mark>'s <mark>corridors</mark>: a"),
        ('"Lachin" NEAR/1 corridor', "The <mark>Lachin</mark> <mark>corridor</mark>'s corridors: a"),
        ("corridor NEAR/2 cease-fire", "corridor's <mark>corridors</mark>: a <mark>cease-fire</mark> at"),
        ("side speaker:side", "U.S. <mark>side</mark>."),
        ('"corridor s corridors"', "Lachin <mark>corridor's corridors</mark>: a"),
    ],
)
def test_marks(q: str, expected: str) -> None:
    (found,) = highlight(parse(q), TEXT)
    assert expected in found
    plain = re.sub("</?mark>", "", found)
    assert plain == TEXT
    assert found.count("<mark>") == expected.count("<mark>")


@pytest.mark.parametrize(
    "q",
    [
        "corridor NEAR/20 convoy",
        '"corridor" NEAR/20 "convoy"',
        "corridor NEAR/20 corridor",
        '"' + "corridor convoy cease-fire " * 20 + '"',
        "ceasefire OR corridoor~2",
    ],
)
def test_marking_takes_linear_time(q: str) -> None:
    """Eight times the text takes no more than some thirty times as long, where pairs would take sixty-four."""

    def seconds(times: int) -> float:
        """The least of three: what else runs on the machine can only add to it."""
        text = "corridor convoy cease-fire " * times
        taken = []
        for _ in range(3):
            began = time.process_time()
            assert highlight(parse(q), text)
            taken.append(time.process_time() - began)
        return min(taken)

    seconds(100)
    assert seconds(8_000) < 30 * max(seconds(1_000), 0.01)


@pytest.mark.parametrize(
    "q",
    [
        "",
        "-corridor",
        "zebra",
        "zebra~2",
        "fire NEAR/2 lachin",
        "side NEAR side",
        "speaker:side",
        '"corridor lachin"',
        "-(corridor side)",
    ],
)
def test_nothing_to_mark(q: str) -> None:
    assert highlight(parse(q), TEXT) == ()


def test_escapes() -> None:
    assert highlight(parse("b"), '<b> & "b"') == ('&lt;<mark>b</mark>&gt; &amp; "<mark>b</mark>"',)


def test_overlapping_matches_are_one_mark() -> None:
    assert highlight(parse('"a b" "b c"'), "a b c") == ("<mark>a b c</mark>",)


def test_a_long_text_is_cut_around_its_matches() -> None:
    filler = "word " * 60
    text = f"{filler}corridor {filler}border {filler}corridor {filler}corridor {filler}"
    found = highlight(parse("corridor border"), text)
    assert len(found) == FRAGMENTS
    assert all(re.fullmatch(r"…(word )+<mark>(corridor|border)</mark>( word)+…", fragment) for fragment in found)
    assert all(len(fragment) < 2 * AROUND + 40 for fragment in found)


def test_a_fragment_at_the_edge_is_not_cut_there() -> None:
    text = "corridor " + "word " * 200 + "border"
    first, last = highlight(parse("corridor border"), text)
    assert first.startswith("<mark>corridor</mark> word")
    assert first.endswith("word…")
    assert last.startswith("…word")
    assert last.endswith("word <mark>border</mark>")


def test_matches_next_to_each_other_share_a_fragment() -> None:
    text = "word " * 100 + "corridor border " + "word " * 100
    (found,) = highlight(parse("corridor border"), text)
    assert "<mark>corridor</mark> <mark>border</mark>" in found


def test_a_text_without_spaces() -> None:
    (found,) = highlight(parse("bb"), "ä-" * 400 + "bb" + "-ö" * 400)
    assert "<mark>bb</mark>" in found
    assert len(found) < 2 * AROUND + 40


words = st.sampled_from(["corridor", "border", "<b>", "&amp;", "é", "\n", "the", "U.S.", "x" * 150])


@given(
    text=st.lists(words, max_size=120).map(" ".join),
    q=st.sampled_from(["corridor", "b", '"the border"', "bor* us", "the é"]),
)
def test_fragments_are_pieces_of_the_text(text: str, q: str) -> None:
    found = highlight(parse(q), text)
    assert len(found) <= FRAGMENTS
    for fragment in found:
        assert "<mark>" in fragment
        plain = html.unescape(re.sub("</?mark>", "", fragment))
        assert plain.removeprefix("…").removesuffix("…") in text
        assert not re.search(r"<(?!/?mark>)", fragment)
        if len(text) > WHOLE:
            assert len(plain) < 2 * AROUND + 320
