from indexer.extraction.lang.en.interview_patterns import FIRST_PERSON


def test_an_answer_goes_on_as_long_as_it_speaks_of_itself() -> None:
    assert all(FIRST_PERSON.search(text) for text in ("We left.", "It was I.", "Our plan", "They told us."))
    assert not any(FIRST_PERSON.search(text) for text in ("They left.", "The US left.", "It was mine."))
