import pytest

from search.language.pieces import instead, pieces


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("grain port", ["grain", "port"]),
        ("  “safe passage” – now, ", ["“safe passage”", "now,"]),
        ("", []),
        *((q, []) for q in ("grain OR port", "grain -port", "(grain port)", "grain*", "about:AM grain", '"open')),
    ],
)
def test_words_and_phrases_have_their_places_where_there_is_no_operator(q: str, found: list[str]) -> None:
    assert [q[piece.start : piece.end] for piece in pieces(q)] == found


def test_another_text_stands_in_place_of_a_piece() -> None:
    q = "old grain  port"
    first, grain, last = pieces(q)
    assert instead(q, first.start, first.end) == "grain port"
    assert instead(q, grain.start, last.end, "wheat") == "old wheat"
