"""The vectors of words and of their neighbourhoods: equal ones of a batch are computed once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

import numpy
from spacy.tokens import Doc
from thinc.api import Model

Docs = Sequence[Doc]
Array = Any
Vectors = list[Array]  # a row for each word

OUTSIDE = 0  # the row of what is before and behind a sentence


def encode_distinct(tok2vec: Model[Docs, Vectors]) -> None:
    """Have the model compute each vector of a batch once: of a word, and of a word with its neighbours.

    Two words in three of a batch have stood in it before, and one window of three words in six.
    """
    tok2vec.layers[:] = [Model("encode_distinct", _forward, layers=list(tok2vec.layers))]


def _forward(model: Model[Docs, Vectors], docs: Docs, is_train: bool) -> tuple[Vectors, Callable[..., Any]]:
    embed, encode = model.layers
    convolutions = encode.layers[0].layers
    vectors, rows = _embedded(embed, docs)
    places, words = _apart(rows, list(map(len, docs)), len(convolutions))
    for number, convolution in enumerate(convolutions, 1):
        vectors, places = _convolved(convolution, vectors, places, _around(words, len(convolutions) - number))
    *ends, _ = accumulate(map(len, docs))
    return numpy.split(vectors[places[words]], ends), _no_training


def _embedded(embed: Model[Docs, Vectors], docs: Docs) -> tuple[Array, Array]:
    """Distinct vectors, the first of which is OUTSIDE, and for each word its row among them."""
    extract, *layers = embed.layers
    distinct, rows = numpy.unique(numpy.concatenate(extract.predict(docs)), axis=0, return_inverse=True)
    vectors: Any = [distinct]
    for layer in layers:
        vectors = layer.predict(vectors)
    return numpy.pad(vectors[0], ((1, 0), (0, 0))), rows.ravel() + 1


def _apart(rows: Array, lengths: Sequence[int], gap: int) -> tuple[Array, Array]:
    """The rows with so many OUTSIDE before, between and behind sentences; and which places are words."""
    words = numpy.zeros(sum(lengths) + gap * (len(lengths) + 1), dtype=bool)
    start = gap
    for length in lengths:
        words[start : start + length] = True
        start += length + gap
    places = numpy.full(len(words), OUTSIDE)
    places[words] = rows
    return places, words


def _around(words: Array, reach: int) -> Array:
    """Which places are words, or so near to one."""
    for _ in range(reach):
        words = words | numpy.roll(words, 1) | numpy.roll(words, -1)
    return words


def _convolved(layer: Model[Array, Array], vectors: Array, places: Array, wanted: Array) -> tuple[Array, Array]:
    """The layer's distinct vectors, and for each wanted place its row among them."""
    _, dense = layer.layers[0].layers
    (at,) = wanted.nonzero()
    windows = numpy.stack([places[at - 1], places[at], places[at + 1]], axis=1)
    keys = windows @ numpy.array([len(vectors) ** 2, len(vectors), 1])
    _, first, rows = numpy.unique(keys, return_index=True, return_inverse=True)
    found = numpy.full_like(places, OUTSIDE)
    found[at] = rows
    neighbours = vectors[windows[first]]
    return neighbours[:, 1] + dense.predict(neighbours.reshape(len(first), -1)), found


def _no_training(gradients: Vectors) -> Docs:
    raise NotImplementedError("this model is not trained here")
