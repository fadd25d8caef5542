import pytest

from api.presentation.english import amount, day, likeness, mark, per_cent
from schemas.article import Article
from schemas.copies import ArticleCopy, Likeness
from schemas.dates.partial_dates import PartialDate
from schemas.page import Relation, Total
from schemas.statement import ArticleHead


def test_dates_say_as_much_as_is_known() -> None:
    dates = [PartialDate(2023, 7, 15), PartialDate(2023, 7), PartialDate(2023)]
    assert [day(date) for date in dates] == ["15 July 2023", "July 2023", "2023"]
    assert [mark(date) for date in dates] == ["15 Jul 2023", "Jul 2023", "2023"]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (100.0, "100 %"),
        (32.41, "32 %"),
        (9.96, "10 %"),
        (7.46, "7.5 %"),
        (5.0, "5 %"),
        (0.0371, "0.037 %"),
        (0.0, "0 %"),
    ],
)
def test_shares_have_two_digits_that_count(value: float, told: str) -> None:
    assert per_cent(value) == told


@pytest.mark.parametrize(
    ("total", "told"),
    [
        (Total(0), "0 statements"),
        (Total(1), "1 statement"),
        (Total(10_000, Relation.AT_LEAST), "10,000+ statements"),
        (Total(12_345, Relation.ABOUT), "about 12,345 statements"),
    ],
)
def test_amounts_say_how_exact_they_are(total: Total, told: str) -> None:
    assert amount(total) == told


@pytest.mark.parametrize(
    ("kind", "published", "told"),
    [
        (Likeness.SAME, "2024-05-11", "the same text"),
        (Likeness.NEAR, "2024-05-11", "85 % in common"),
        (Likeness.VERSION, "2024-05-11", "a later version"),
        (Likeness.VERSION, "2023", "an earlier version"),
        (Likeness.VERSION, "2024-05-10", "another version"),
        (Likeness.VERSION, "2024-05", "another version"),
        (Likeness.VERSION, None, "another version"),
    ],
)
def test_how_a_copy_is_like_an_article(kind: Likeness, published: str | None, told: str) -> None:
    day = PartialDate.parse(published) if published else None
    copy = ArticleCopy(ArticleHead("b", "", None, None, day), kind, 0.85)
    assert likeness(copy, Article("Text.", published_on=PartialDate(2024, 5, 10))) == told
