"""The vectors of words before their neighbours are looked at: equal words of a batch have equal ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

import numpy
from spacy.tokens import Doc
from thinc.api import Model

Docs = Sequence[Doc]
Vectors = list[Any]  # arrays, a row for each word


def embed_distinct(tok2vec: Model[Docs, Vectors]) -> None:
    """Have the model compute each vector of a batch once; two words in three of one have stood in it before."""
    embed, _ = tok2vec.layers
    tok2vec.layers[0] = Model("embed_distinct", _forward, layers=embed.layers)


def _forward(model: Model[Docs, Vectors], docs: Docs, is_train: bool) -> tuple[Vectors, Callable[..., Any]]:
    extract, *embed = model.layers
    features = extract.predict(docs)
    distinct, places = numpy.unique(numpy.concatenate(features), axis=0, return_inverse=True)
    vectors: Any = [distinct]
    for layer in embed:
        vectors = layer.predict(vectors)
    *ends, _ = accumulate(map(len, features))
    return numpy.split(vectors[0][places], ends), _no_training


def _no_training(gradients: Vectors) -> Docs:
    raise NotImplementedError("this model is not trained here")
