from indexer.extraction.lang.word_lists import listed


def test_words_are_parted_by_blanks_and_lines() -> None:
    assert listed("tea coffee\n  tea ") == {"tea", "coffee"}
    assert listed("") == frozenset()
