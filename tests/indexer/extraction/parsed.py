"""Sentences for tests with their trees."""

from __future__ import annotations

from spacy.tokens import Token

from indexer.extraction.attribution.parsing import parse
from indexer.extraction.attribution.shapes import ParsedSentence
from tests.indexer.extraction.documents import document


def parsed(text: str) -> ParsedSentence:
    """The only sentence of the text."""
    (sentence,) = document(text).folded
    return ParsedSentence(sentence, parse([sentence.text])[sentence.text])


def token(sentence: ParsedSentence, word: str) -> Token:
    """The first of that form."""
    return next(each for each in sentence.doc if each.text == word)
