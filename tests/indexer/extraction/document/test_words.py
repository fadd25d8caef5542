import pytest

from indexer.extraction.document.words import words_of


@pytest.mark.parametrize(
    ("text", "bares"),
    [
        ("Ana Silva’s boat", ["Ana", "Silva", "boat"]),
        ("the U.S. envoy", ["the", "U.S", "envoy"]),
        ("Guinea-Bissau", ["Guinea-Bissau"]),
        ("O'Brien & Co", ["O'Brien", "Co"]),
        ("", []),
        ("… — “”", []),
    ],
)
def test_a_word_is_bare_of_marks_and_of_its_possessive(text: str, bares: list[str]) -> None:
    assert [word.bare for word in words_of(text)] == bares


def test_a_word_points_at_all_of_itself() -> None:
    text = "İzmir’s Straße"
    assert [text[word.start : word.end] for word in words_of(text)] == ["İzmir’s", "Straße"]


@pytest.mark.parametrize(
    ("text", "possessive"), [("Malta's", True), ("the officers' union", True), ("officers", False)]
)
def test_possessives_are_known_with_and_without_an_s(text: str, possessive: bool) -> None:
    assert any(word.possessive for word in words_of(text)) is possessive
