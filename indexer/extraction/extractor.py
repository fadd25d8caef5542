"""From articles to their statements: finding, then resolving."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee
from typing import NamedTuple

from indexer.extraction.assembly import EXTRACTOR, resolve
from indexer.extraction.attribution.finder import find_attributions
from indexer.extraction.model.attribution import Attribution
from schemas.article import Article
from schemas.statement import Extraction

__all__ = ["EXTRACTOR", "Explained", "Extractor"]


class Explained(NamedTuple):
    """An extraction and, in the order of its statements, the reports that they come from."""

    extraction: Extraction
    attributions: tuple[Attribution, ...]


class Extractor:
    """Splits English news into statements. Holds no state between articles; the model is loaded once a process."""

    def extract(self, article: Article) -> Extraction:
        return next(self.extract_many([article]))

    def extract_many(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """In the order given; a handful of articles are in memory at a time, which is faster than one by one."""
        return (explained.extraction for explained in self.explain_many(articles))

    def explain_many(self, articles: Iterable[Article]) -> Iterator[Explained]:
        """As `extract_many`, with what each statement was made of."""
        articles, again = tee(articles)
        for article, attributions in zip(articles, find_attributions(article.text for article in again), strict=True):
            ordered = tuple(sorted(attributions, key=lambda attribution: attribution.spans[0]))
            yield Explained(resolve(article, ordered), ordered)
