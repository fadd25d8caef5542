from indexer.extraction.attribution.tokens import last_word_end
from tests.indexer.extraction.parsed import parsed


def test_marks_at_the_end_are_no_words() -> None:
    doc = parsed("(Ilk said it rained.)").doc
    assert doc[last_word_end(doc) - 1].text == "rained"
