from indexer.extraction.attribution.shapes import Content, TokenRange
from indexer.extraction.model.attribution import Rule
from tests.indexer.extraction.parsed import parsed, token


def test_folded_quotes_are_hidden_tokens_that_stand_for_all_of_them() -> None:
    text = "“It rains. It pours,” Ilk said."
    sentence = parsed(text)
    (fold,) = sentence.folds
    assert sentence.doc[fold.start : fold.end].text == '"This,"'
    assert sentence.hidden == set(range(*fold))
    assert sentence.span(fold).of(text) == "“It rains. It pours,”"
    ilk = token(sentence, "Ilk").i
    assert sentence.span(TokenRange(ilk, ilk + 2)).of(text) == "Ilk said"


def test_a_sentence_without_quotes_hides_nothing() -> None:
    assert (parsed("Ilk said it rained.").folds, parsed("Ilk said it rained.").hidden) == ((), frozenset())


def test_content_holds_what_lies_whole_in_one_of_its_ranges() -> None:
    content = Content((TokenRange(0, 3), TokenRange(5, 9)), Rule.CLAUSE)
    assert content.holds(TokenRange(5, 9))
    assert content.holds(TokenRange(1, 2))
    assert not content.holds(TokenRange(2, 6))
