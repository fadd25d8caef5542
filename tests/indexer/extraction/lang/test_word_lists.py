import pytest

from indexer.extraction.lang.word_lists import word_list, word_lists, words_in_order


def test_a_list_is_read_by_its_name() -> None:
    assert {"the", "those"} <= word_list("definite-determiners")
    assert "minister" not in word_list("definite-determiners")


def test_remarks_are_no_words() -> None:
    words = {word for words in word_lists("en").values() for word in words}
    assert not [word for word in words if "#" in word or "[" in word]


def test_an_unknown_list_is_refused() -> None:
    with pytest.raises(KeyError):
        word_list("determiner")


def test_words_stand_in_the_order_of_the_file() -> None:
    assert words_in_order("weekdays")[:2] == ("Monday", "Tuesday")
    assert set(words_in_order("weekdays")) == word_list("weekdays")
