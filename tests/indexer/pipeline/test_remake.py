"""What a rebuild gives to workers at once."""

from datetime import UTC, datetime
from itertools import chain

from indexer.extraction.version import EXTRACTOR
from indexer.pipeline.batches import BATCH, BATCH_GIVEN
from indexer.pipeline.remake import batches_of_a_kind, in_its_language_now, remake_with, tell_not_split
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
    made = remake_with(Workers(InlineExecutor(), 1), prepare, {})(given)
    assert [(one.id, one.digest) for one in made] == [(str(number), f"{GIVEN}abc") for number in range(3)]


FRENCH = "Le ministre a déclaré lundi que les pourparlers reprendraient la semaine prochaine, a-t-il ajouté."


def in_french(extractor: str, language: str, is_split: bool) -> SplitArticle:
    article = Article(FRENCH, extractor, language=language)
    return SplitArticle(article, Extraction((), (), (), extractor, is_split), datetime.now(UTC))


def test_the_language_of_what_another_version_split_is_told_anew() -> None:
    assert in_its_language_now(in_french("another", "en", True)).article.language == "fr"
    for current in (in_french(EXTRACTOR, "en", True), in_french(f"{GIVEN}abc", "en", True)):
        assert in_its_language_now(current) == current


def test_what_is_not_split_is_told_by_language() -> None:
    current = in_french(EXTRACTOR, "it", False)
    outdated, given = in_french("another", "fr", True), in_french(f"{GIVEN}abc", "fr", True)
    not_split: dict[str, str] = {}
    articles = [current, outdated, given, split(1, "another"), split(2, EXTRACTOR)]
    assert list(tell_not_split(articles, not_split)) == articles
    assert not_split == {current.article.id: "it", outdated.article.id: "fr"}
