"""What no article is without, and what none can have."""

from datetime import UTC, datetime, timedelta

import pytest

from indexer.inputs.result import Refusal
from indexer.readers.articles.sanity import MAX_TEXT, check, encodable
from schemas.article import Article
from schemas.dates.partial_dates import PartialDate

DAYS = datetime.now(UTC).date()


def day(distance: int) -> PartialDate:
    return PartialDate.parse((DAYS + timedelta(days=distance)).isoformat())


@pytest.mark.parametrize(
    ("article", "reason"),
    [
        (Article(" \n"), "has no text"),
        (Article("a" * (MAX_TEXT + 1)), "has 1,000,001 characters: no article has more than 1,000,000"),
        (Article("a\0"), "holds a NUL character: its text is broken"),
        (Article("A text.", title="a\0"), "holds a NUL character: its text is broken"),
        (Article("a\ud800"), "holds half of a surrogate pair: its text is broken"),
        (Article("A text.", published_on=PartialDate(1604)), "published_on 1604 lies before the first newspaper"),
        (Article("A text.", published_on=day(3)), f"published_on {day(3)} lies in the future"),
    ],
)
def test_what_no_article_is(article: Article, reason: str) -> None:
    with pytest.raises(Refusal) as refusal:
        check(article)
    assert str(refusal.value) == reason


@pytest.mark.parametrize(
    "article",
    [
        Article("a" * MAX_TEXT),
        Article("A text.", published_on=PartialDate(1605)),
        Article("A text.", published_on=day(0)),
        Article("A text.", published_on=day(1)),
    ],
)
def test_what_one_may_be(article: Article) -> None:
    assert check(article) is article


@pytest.mark.parametrize(("text", "can"), [("Baku", True), ("Ağdam 🏛", True), ("a\udc00", False)])
def test_what_can_be_written(text: str, can: bool) -> None:
    assert encodable(text) == can
