import pytest

from indexer.extraction.annotation.places.disambiguation import disambiguate
from indexer.extraction.annotation.places.gazetteer import names_by_first_word, toponym_words
from indexer.extraction.annotation.places.persons import is_part_of_a_person


def is_person(text: str, word: str) -> bool:
    """Whether the last `word` of the text is a person's."""
    words = toponym_words(text)
    named = [index for index, each in enumerate(words) if each[0] in names_by_first_word()]
    toponyms = [names_by_first_word()[words[index][0]][-1] for index in named]
    at = max(index for index in named if words[index][0] == word)
    codes = toponyms[named.index(at)].codes
    return is_part_of_a_person(text, words, range(at, at + 1), set(named), disambiguate(text, toponyms), codes)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Nadia Jordan came", "Jordan"),
        ("Chad Morrow came", "Chad"),
        ("Nadia Jordan came. Jordan spoke", "Jordan"),
    ],
)
def test_a_part_of_a_name(text: str, word: str) -> None:
    assert is_person(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Jordan spoke", "Jordan"),
        ("in Jordan Ana Silva spoke", "Jordan"),
        ("Jordan Foreign Minister Ana Silva spoke", "Jordan"),
        ("German State Secretary Ana Silva spoke", "German"),
        ("Nadia Jordan came from Amman. Jordan spoke", "Jordan"),
        ("Nadia Peru came", "Peru"),
    ],
)
def test_a_place(text: str, word: str) -> None:
    assert not is_person(text, word)
