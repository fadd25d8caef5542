"""What is shown of a statement: its words, marked, and its sentence around them; a long one folded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from api.presentation.pieces import LEAST, LONG, SHOWN, Piece, as_written, fold
from schemas.statement import Kind, Span, Statement
from tests.api.presentation.test_speech import DENIED, FERRY, said

LATE = "It is late, " * 50


def shown(statement: Statement) -> list[tuple[str, bool]]:
    return [(piece.text, piece.said) for piece in as_written(statement)]


def test_reported_words_stand_in_their_sentence() -> None:
    assert shown(DENIED) == [("Singapore denied ", False), ("it had invited anyone", True), (".", False)]


def test_quotation_marks_belong_to_the_speakers_own_words() -> None:
    assert shown(FERRY) == [
        ("“The ferry is late,”", True),
        (" Ilk said, ", False),
        ("“and it is small.”", True),
    ]


def test_a_mark_that_the_outlet_left_out_is_not_made_up() -> None:
    assert shown(said("Ilk said: “It rained.", "It rained.", kind=Kind.DIRECT)) == [
        ("Ilk said: ", False),
        ("“It rained.", True),
    ]


def test_marks_of_reported_words_stay_where_they_are() -> None:
    assert shown(said("Ilk called “it” small.", "it")) == [("Ilk called “", False), ("it", True), ("” small.", False)]


def test_without_their_sentence_the_words_stand_alone() -> None:
    assert shown(replace(FERRY, sentence=None)) == [
        ("“The ferry is late,”", True),
        (" … ", False),
        ("“and it is small.”", True),
    ]


def test_what_is_searched_for_is_marked_at_its_words() -> None:
    for statement, words in ((FERRY, ("late", "small")), (DENIED, ("invited",))):
        highlight = [Span(statement.text.index(word), statement.text.index(word) + len(word)) for word in words]
        pieces = list(as_written(statement, highlight))
        assert [mark.of(piece.text) for piece in pieces for mark in piece.marks] == list(words)


def test_what_is_short_is_not_folded() -> None:
    pieces = (Piece("Ilk said ", said=False), Piece("a" * (LONG - 9), said=True))
    assert fold(pieces) == (pieces, ())
    unbroken = (Piece("a" * 1000, said=True),)
    assert fold(unbroken) == (unbroken, ())
    assert fold(()) == ((), ())


def test_what_is_long_is_cut_between_two_words() -> None:
    pieces = (Piece("Ilk said ", said=False), Piece(LATE, said=True), Piece(" today.", said=False))
    head, tail = fold(pieces)
    assert "".join(piece.text for piece in head + tail) == "".join(piece.text for piece in pieces)
    assert [piece.said for piece in head] == [False, True]
    assert [piece.said for piece in tail] == [True, False]
    assert SHOWN <= sum(len(piece.text) for piece in head) < SHOWN + 10
    assert tail[0].text.startswith(" ")


def test_what_was_said_is_seen_behind_a_long_beginning() -> None:
    head, _ = fold((Piece("Some day " * 60, said=False), Piece(LATE, said=True)))
    assert len(head[1].text) >= LEAST


@pytest.mark.parametrize(("mark", "in_rest"), [(Span(0, 2), False), (Span(SHOWN + 60, SHOWN + 62), True)])
def test_marks_are_kept_on_their_side(mark: Span, in_rest: bool) -> None:
    folded = fold((Piece(LATE, said=True, marks=(mark,)),))
    kept = folded.rest if in_rest else folded.shown
    assert [each.of(piece.text) for piece in kept for each in piece.marks] == [mark.of(LATE)]
    assert folded.marked_in_rest == in_rest


def test_a_phrase_that_is_cut_through_is_marked_on_both_sides() -> None:
    cut = LATE.index(" ", SHOWN)
    folded = fold((Piece(LATE, said=True, marks=(Span(cut - 3, cut + 3),)),))
    assert [mark.of(piece.text) for piece in folded.shown for mark in piece.marks] == [LATE[cut - 3 : cut]]
    assert [mark.of(piece.text) for piece in folded.rest for mark in piece.marks] == [LATE[cut : cut + 3]]
    assert not folded.marked_in_rest
