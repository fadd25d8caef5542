from indexer.extraction.attribution.parsing import parse


def test_equal_sentences_are_parsed_once() -> None:
    trees = parse(["Ilk said it rained.", "Ilk left.", "Ilk left."])
    assert list(trees) == ["Ilk said it rained.", "Ilk left."]
    assert [token.dep_ for token in trees["Ilk left."]] == ["nsubj", "ROOT", "punct"]


def test_nothing_is_parsed_for_nothing() -> None:
    assert parse([]) == {}
