from indexer.extraction.coreference.offices.phrase_index import PhraseIndex
from tests.indexer.extraction.coreference.reading import annotated

TEXT = "Then the Polish envoy left; the army waits."
PHRASES = PhraseIndex.of(TEXT, annotated(TEXT).role_phrases)
ENVOY, ARMY = PHRASES.phrases


def test_a_phrase_is_found_by_its_beginning_and_by_its_end() -> None:
    assert PHRASES.beginning(ENVOY.start) == ENVOY
    assert PHRASES.ending(ARMY.end) == ARMY
    assert PHRASES.beginning(ENVOY.start + 1) is None
    assert PHRASES.ending(ARMY.end + 1) is None


def test_a_phrase_is_reached_over_words_but_not_over_a_mark() -> None:
    assert PHRASES.beginning(0, len("Then ")) == ENVOY
    assert PHRASES.beginning(0, len("Then ") - 1) is None
    assert PHRASES.beginning(ENVOY.end, 40) is None
    assert PHRASES.beginning(ARMY.end, 40) is None
