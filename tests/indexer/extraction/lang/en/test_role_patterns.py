import pytest

from indexer.extraction.lang.en.role_patterns import ACRONYM, JOINED_PLACES, NAMED_ACRONYM


@pytest.mark.parametrize("letters", ["UN", "KCNA", "DjPN", "UPA-TV"])
def test_acronyms(letters: str) -> None:
    assert ACRONYM.fullmatch(letters)
    named = NAMED_ACRONYM.fullmatch(f"the {letters}")
    assert named is not None
    assert named["letters"] == letters


@pytest.mark.parametrize("word", ["Upland", "upa", "U", "Un"])
def test_words(word: str) -> None:
    assert not ACRONYM.fullmatch(word)


def test_what_joins_places() -> None:
    assert JOINED_PLACES.fullmatch(" and ")
    assert not JOINED_PLACES.fullmatch(" or ")
