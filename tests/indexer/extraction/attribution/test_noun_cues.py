from indexer.extraction.attribution.noun_cues import noun_content
from tests.indexer.extraction.parsed import parsed, token


def test_a_noun_with_a_clause_says_it_for_its_owner() -> None:
    text = "Vorn rejected the minister's claim that it rained."
    sentence = parsed(text)
    content, mention = noun_content(token(sentence, "claim"), frozenset())
    assert content is not None
    assert mention is not None
    assert sentence.span(content.ranges[0]).of(text) == "it rained"
    assert sentence.span(mention).of(text).startswith("the minister")


def test_without_an_owner_nobody_is_named_and_without_a_clause_nothing_is_said() -> None:
    content, mention = noun_content(token(parsed("Vorn rejected the claim that it rained."), "claim"), frozenset())
    assert content is not None
    assert mention is None
    assert noun_content(token(parsed("Vorn rejected the claim."), "claim"), frozenset()) == (None, None)
