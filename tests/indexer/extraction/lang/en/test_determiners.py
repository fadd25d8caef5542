from indexer.extraction.lang.en.determiners import DETERMINERS, INDEFINITE_DETERMINERS, POSSESSIVE_DETERMINERS


def test_a_determiner_is_definite_indefinite_or_possessive() -> None:
    assert {"the", "a", "its"} <= DETERMINERS
    assert "the" not in INDEFINITE_DETERMINERS | POSSESSIVE_DETERMINERS
    assert not INDEFINITE_DETERMINERS & POSSESSIVE_DETERMINERS
    assert "minister" not in DETERMINERS
