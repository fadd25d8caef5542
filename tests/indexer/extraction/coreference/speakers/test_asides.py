import pytest

from indexer.extraction.coreference.speakers.asides import is_behind_a_preposition
from tests.indexer.extraction.coreference.reading import span


@pytest.mark.parametrize(
    ("words", "is_aside"),
    [("staff in Renk", True), ("the envoy to the Renk", True), ("staff of Renk", False), ("Renk", False)],
)
def test_what_stands_behind_some_prepositions_does_not_speak(words: str, is_aside: bool) -> None:
    text = f"It came from {words} and left."
    assert is_behind_a_preposition(text.index("Renk"), span(text, words), text) is is_aside


def test_a_preposition_before_the_words_is_none_of_them() -> None:
    text = "It came from Renk."
    assert not is_behind_a_preposition(text.index("Renk"), span(text, "Renk"), text)
