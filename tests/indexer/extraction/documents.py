"""Small documents for tests."""

from __future__ import annotations

from indexer.extraction.document.reading import read_document
from indexer.extraction.model.document import Document
from schemas.article import Article


def document(text: str) -> Document:
    return read_document(Article(text))
