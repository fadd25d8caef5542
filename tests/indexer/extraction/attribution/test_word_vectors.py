import numpy
import spacy

from indexer.extraction.attribution.parsing import MODEL, UNUSED, model


def test_vectors_are_those_of_words_embedded_one_by_one() -> None:
    texts = ("Ilk can't say it rained.", "It rained on Ilk .", "Mine", "Vorel can't say it rained.", "It can't")
    docs = [model().make_doc(text) for text in texts]
    plain = spacy.load(MODEL, vocab=model().vocab, exclude=UNUSED).get_pipe("tok2vec").model
    theirs, ours = plain.predict(docs), model().get_pipe("tok2vec").model.predict(docs)
    assert [len(vectors) for vectors in ours] == [len(doc) for doc in docs]
    assert all(numpy.allclose(a, b, atol=1e-4) for a, b in zip(theirs, ours, strict=True))
