"""From articles to their statements: reading, finding, assembling, if they are in a language that is split."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from indexer.extraction.attribution.contract import AttributionFinder
from indexer.extraction.attribution.finder import RuleFinder
from indexer.extraction.document.reading import read_document
from indexer.extraction.lang.languages import is_split
from indexer.extraction.layers import statements_of
from indexer.extraction.model.attribution import Attribution
from indexer.extraction.model.document import Document
from schemas.article import Article
from schemas.statement import Extraction

TOGETHER = 16  # articles that are read before the first of them is split, for sentences are parsed in batches


class Explained(NamedTuple):
    """An extraction and, in the order of its statements, the attributions that they come from."""

    extraction: Extraction
    attributions: tuple[Attribution, ...]


class Extractor:
    """Splits news into statements, which `finder` finds, if it is in a language that is split: in any other nothing is
    looked for. What it gives bears the finder's version. Holds no state between articles.
    """

    def __init__(self, finder: AttributionFinder | None = None):
        self.finder = finder or RuleFinder()

    def extract(self, article: Article) -> Extraction:
        return next(self.extract_many([article]))

    def extract_many(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """In the order given; a handful of articles are in memory at a time, which is faster than one by one."""
        return (explained.extraction for explained in self.explain_many(articles))

    def explain_many(self, articles: Iterable[Article]) -> Iterator[Explained]:
        """As `extract_many`, with what each statement was made of."""
        waiting = iter(articles)
        while batch := list(islice(waiting, TOGETHER)):
            documents = [read_document(article) for article in batch if is_split(article.language)]
            found = zip(documents, self.finder.find(documents), strict=True)
            for article in batch:
                yield self.explained(article, *next(found)) if is_split(article.language) else self.not_split()

    def explained(self, article: Article, document: Document, attributions: tuple[Attribution, ...]) -> Explained:
        return Explained(statements_of(article, document, attributions, self.finder.version), attributions)

    def not_split(self) -> Explained:
        return Explained(Extraction((), (), (), self.finder.version, split=False), ())
