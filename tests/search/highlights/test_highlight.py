"""Where a text matches."""

from __future__ import annotations

import time

import pytest

from search.highlights.highlight import highlight
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
    marked, end = "", 0
    for span in highlight(parse(q), TEXT):
        marked += f"{TEXT[end : span.start]}<mark>{span.of(TEXT)}</mark>"
        end = span.end
    marked += TEXT[end:]
    assert expected in marked
    assert marked.count("<mark>") == expected.count("<mark>")


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


def test_overlapping_matches_are_one_mark() -> None:
    assert highlight(parse('"a b" "b c"'), "a b c") == ((0, 5),)
