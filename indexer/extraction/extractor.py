"""From articles to their statements: reading, finding, assembling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee
from typing import NamedTuple

from indexer.extraction.assembly import EXTRACTOR, assemble
from indexer.extraction.attribution.contract import AttributionFinder
from indexer.extraction.attribution.finder import RuleFinder
from indexer.extraction.document.reading import read_document
from indexer.extraction.model.attribution import Attribution
from schemas.article import Article
from schemas.statement import Extraction

__all__ = ["EXTRACTOR", "Explained", "Extractor"]


class Explained(NamedTuple):
    """An extraction and, in the order of its statements, the attributions that they come from."""

    extraction: Extraction
    attributions: tuple[Attribution, ...]


class Extractor:
    """Splits English news into statements, which `finder` finds. Holds no state between articles."""

    def __init__(self, finder: AttributionFinder | None = None):
        self.finder = finder or RuleFinder()

    def extract(self, article: Article) -> Extraction:
        return next(self.extract_many([article]))

    def extract_many(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """In the order given; a handful of articles are in memory at a time, which is faster than one by one."""
        return (explained.extraction for explained in self.explain_many(articles))

    def explain_many(self, articles: Iterable[Article]) -> Iterator[Explained]:
        """As `extract_many`, with what each statement was made of."""
        read, again = tee((article, read_document(article)) for article in articles)
        found = self.finder.find(document for _, document in again)
        for (article, document), attributions in zip(read, found, strict=True):
            yield Explained(assemble(article, document, attributions), attributions)
