"""What a worker makes of a batch."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import orjson
import pytest

from indexer.extraction.version import EXTRACTOR
from indexer.inputs.input import Origin
from indexer.inputs.result import Loaded, Refused
from indexer.interchange.backup import read_untouched, write_line
from indexer.pipeline import worker
from indexer.pipeline.worker import extract, is_outdated, split, split_again, worded
from schemas.article import Article
from schemas.statement import GIVEN, Context, Extraction, Kind, Sentence, Span, SplitArticle, Statement
from search.engine import Prepared

TEXT = "Baku denied that a gate had been shut."


class Rules:
    """Break on one text, as a fault of ours would; find nothing in others."""

    def extract_many(self, articles: Sequence[Article]) -> Iterator[Extraction]:
        for article in articles:
            if article.text == "breaks":
                raise ZeroDivisionError
            yield Extraction((), (), (), EXTRACTOR)


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "extractor", Rules)


def loaded(text: str, given: dict[str, object] | None = None) -> Loaded:
    return Loaded(Article(text), Origin("a"), 7, given=given)


def prepare(one: SplitArticle) -> Prepared:
    return Prepared(one.article.id, one.extraction.extractor, {}, {})


@pytest.mark.usefixtures("rules")
def test_an_article_on_which_the_rules_break_costs_the_others_nothing() -> None:
    first, broken, last = split([loaded("A text."), loaded("breaks"), loaded("Another.")])
    assert isinstance(first, SplitArticle)
    assert isinstance(last, SplitArticle)
    assert isinstance(broken, Refused)
    assert broken.reason == "can't be split into statements, which is a fault of Demarche: ZeroDivisionError()"


@pytest.mark.usefixtures("rules")
def test_the_order_is_the_batchs_whoever_split_it() -> None:
    span = [0, len(TEXT)]
    given: dict[str, object] = {"statements": [{"kind": "indirect", "spans": [span], "speaker": None, "cue": None}]}
    wrong: dict[str, object] = {"statements": [{"kind": "indirect", "spans": [[0, 1_000]]}]}
    found, brought, refused = split([loaded("A text."), loaded(TEXT, given), loaded(TEXT, wrong)])
    assert isinstance(found, SplitArticle)
    assert isinstance(brought, SplitArticle)
    assert (found.extraction.statements, len(brought.extraction.statements)) == ((), 1)
    assert brought.extraction.extractor.startswith(GIVEN)
    assert isinstance(refused, Refused)
    assert "reaches beyond the text" in refused.reason
    assert refused.content


def test_nothing_is_loaded_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(worker, "extractor")
    assert extract([]) == []


@pytest.mark.parametrize(("extractor", "outdated"), [(EXTRACTOR, False), (f"{GIVEN}abc", False), ("another", True)])
def test_what_was_given_is_never_outdated(extractor: str, outdated: bool) -> None:
    assert is_outdated(extractor) == outdated


@pytest.mark.usefixtures("rules")
def test_a_rebuild_splits_what_is_outdated_and_loses_nothing_that_breaks() -> None:
    one = SplitArticle(Article("A text."), Extraction((), (), (), "another"), datetime.now(UTC))
    breaks = replace(one, article=Article("breaks"))
    given = replace(one, article=Article("Another."), extraction=Extraction((), (), (), f"{GIVEN}abc"))
    made = split_again([one, breaks, given], prepare)
    assert [each.digest for each in made] == [EXTRACTOR, "another", f"{GIVEN}abc"]


def test_statements_of_before_are_kept_with_their_parts_and_sentences() -> None:
    article = Article("It rained. “The ferry,” Vera Ilk said, “is old.”")
    spans = (Span(12, 22), Span(40, 47))
    before = Statement(
        f"{article.id}-01",
        Kind.DIRECT,
        "The ferry, is old.",
        spans,
        None,
        None,
        (),
        (),
        None,
        Context("It rained."),
        "f",
    )
    kept = SplitArticle(article, Extraction((), (), (before,), f"{GIVEN}abc"), datetime.now(UTC))
    ((now,),) = (worded(kept).extraction.statements,)
    assert (now.text, now.parts) == ("The ferry, … is old.", ("The ferry,", "is old."))
    assert now.sentence == Sentence(article.text[11:], Span(11, 48))
    prepared: list[SplitArticle] = []
    split_again([kept], lambda one: prepared.append(one) or prepare(one))  # type: ignore[func-returns-value]
    assert prepared == [worded(kept)]
    line = orjson.loads(write_line(kept))
    untouched = read_untouched(line)
    assert untouched is not None
    assert list(split([Loaded(untouched, Origin("one.ndjson", 1), 100, given=line, untouched=True)])) == [worded(kept)]
