import pytest

from indexer.extraction.lang.en.issuer_patterns import IN_A_PAPER, ISSUED, PAPER


@pytest.mark.parametrize("words", ["the statement", "a joint statement", "Statement", "its brief written appeal"])
def test_a_paper(words: str) -> None:
    assert PAPER.fullmatch(words)


@pytest.mark.parametrize("words", ["the ministry", "the minister of letters", "statements", "statement of Ana"])
def test_no_paper(words: str) -> None:
    assert not PAPER.fullmatch(words)


def test_what_is_said_in_a_paper_and_what_is_issued() -> None:
    assert IN_A_PAPER.search("she said in a joint statement")
    assert ISSUED.search("the army issued a statement")
    assert not ISSUED.search("the army issued statements")
