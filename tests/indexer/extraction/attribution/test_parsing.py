import spacy

from indexer.extraction.attribution.parsing import MODEL, UNUSED, parse

SENTENCES = (
    "Ilk said it rained.",
    "Ilk left.",
    "“This,” she told reporters, who asked whether the ministry of ports had known of the leak.",
    "Mine",
    "The road, officials who were there on Monday denied, is closed to lorries and buses.",
)


def test_equal_sentences_are_parsed_once() -> None:
    trees = parse(["Ilk said it rained.", "Ilk left.", "Ilk left."])
    assert list(trees) == ["Ilk said it rained.", "Ilk left."]
    assert [token.dep_ for token in trees["Ilk left."]] == ["nsubj", "ROOT", "punct"]


def test_trees_are_those_that_the_model_gives_to_each_sentence_alone() -> None:
    plain = spacy.load(MODEL, exclude=UNUSED)
    for sentence, tree in parse(SENTENCES).items():
        labels = [(token.text, token.tag_, token.dep_, token.head.i) for token in plain(sentence)]
        assert [(token.text, token.tag_, token.dep_, token.head.i) for token in tree] == labels


def test_nothing_is_parsed_for_nothing() -> None:
    assert parse([]) == {}
