from indexer.extraction.lang.languages import is_split, split_languages


def test_a_language_with_a_folder_is_split() -> None:
    assert split_languages() == {"en"}
    assert is_split("en")
    assert not is_split("fr")


def test_what_is_in_no_known_language_is_split_as_english() -> None:
    assert is_split(None)
