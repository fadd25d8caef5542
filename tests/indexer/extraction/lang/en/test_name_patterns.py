from indexer.extraction.lang.en.name_patterns import IN_NO_NAME, OPENERS


def test_days_and_months_are_in_no_name() -> None:
    assert {"Monday", "May", "Telegram"} <= IN_NO_NAME
    assert "Silva" not in IN_NO_NAME


def test_words_that_open_a_sentence_are_no_first_names() -> None:
    assert {"Monday", "Last", "The"} <= OPENERS
    assert OPENERS.isdisjoint({"May", "Ana"})
