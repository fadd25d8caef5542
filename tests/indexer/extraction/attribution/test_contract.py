from __future__ import annotations

from collections.abc import Iterable, Iterator

from indexer.extraction.attribution.finder import RuleFinder
from indexer.extraction.extractor import Extractor
from indexer.extraction.model.attribution import Attribution, Rule
from indexer.extraction.model.document import Document
from schemas.article import Article
from schemas.statement import Kind
from tests.indexer.extraction.attribution.finder_contract import FinderContract


class QuoteFinder:
    """Every quote is a statement of nobody."""

    version = "quotes-1"

    def find(self, documents: Iterable[Document]) -> Iterator[tuple[Attribution, ...]]:
        for document in documents:
            quotes = [quote for paragraph in document.paragraphs for quote in paragraph.quotes]
            yield tuple(
                Attribution(Kind.DIRECT, (quote.inner,), None, None, Rule.QUOTE_WITHOUT_CUE) for quote in quotes
            )


class TestRuleFinder(FinderContract):
    finder = RuleFinder()


class TestQuoteFinder(FinderContract):
    finder = QuoteFinder()


def test_the_extractor_takes_any_finder_and_its_version() -> None:
    article = Article("“We go,” Ilk said. Vorn said it rained.")
    extraction = Extractor(QuoteFinder()).extract(article)
    assert [(statement.text, statement.speaker) for statement in extraction.statements] == [("We go,", None)]
    assert extraction.extractor == "quotes-1"
    assert [statement.text for statement in Extractor().extract(article).statements] == ["We go,", "it rained"]
