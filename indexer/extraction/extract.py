"""From articles to their statements: finding, then resolving."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee

from indexer.extraction.find import find_reports
from indexer.extraction.resolve import EXTRACTOR, resolve
from schemas.article import Article
from schemas.statement import Extraction

__all__ = ["EXTRACTOR", "Extractor"]


class Extractor:
    """Splits English news into statements. Holds no state between articles; the model is loaded once a process."""

    def extract(self, article: Article) -> Extraction:
        return next(self.extract_many([article]))

    def extract_many(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """In the order given; a handful of articles are in memory at a time, which is faster than one by one."""
        articles, again = tee(articles)
        for article, reports in zip(articles, find_reports(article.text for article in again), strict=True):
            yield resolve(article, reports)
