"""What a rebuild gives to workers at once."""

from datetime import UTC, datetime
from itertools import chain

from indexer.extraction.extractor import EXTRACTOR
from indexer.pipeline.batches import BATCH, BATCH_GIVEN
from indexer.pipeline.remake import batches_of_a_kind, remake_with
from indexer.processes.executors import InlineExecutor, Workers
from schemas.article import Article
from schemas.statement import GIVEN, Extraction, SplitArticle
from search.engine import Prepared


def split(number: int, extractor: str) -> SplitArticle:
    return SplitArticle(Article("A text.", title=str(number)), Extraction((), (), (), extractor), datetime.now(UTC))


def prepare(one: SplitArticle) -> Prepared:
    return Prepared(one.article.title, one.extraction.extractor, {}, {})


def test_a_batch_is_little_work_or_much_and_the_order_stays() -> None:
    articles = [split(number, "another") for number in range(BATCH + 1)]
    articles += [split(number, EXTRACTOR) for number in range(BATCH_GIVEN + 1)]
    batches = list(batches_of_a_kind(articles))
    assert [len(batch) for batch in batches] == [BATCH, 1, BATCH_GIVEN, 1]
    assert list(chain(*batches)) == articles


def test_workers_give_each_article_ready_to_be_stored() -> None:
    given = [split(number, f"{GIVEN}abc") for number in range(3)]
    made = remake_with(Workers(InlineExecutor(), 1), prepare)(given)
    assert [(one.id, one.digest) for one in made] == [(str(number), f"{GIVEN}abc") for number in range(3)]
