from __future__ import annotations

from indexer.extraction.lang.en.proper_words import proper_words


def test_names_are_found_by_their_first_word_in_small_letters() -> None:
    words = proper_words()
    assert ("New", "Zealand") in words["new"]
    assert ("Portugal",) in words["portugal"]
    assert ("Monday",) in words["monday"]
    assert ("UN",) in words["un"]


def test_ordinary_words_have_no_capital() -> None:
    assert not {("May",), ("US",), ("WHO",)} & {name for names in proper_words().values() for name in names}
