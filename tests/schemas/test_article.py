import pytest

from schemas.article import Article, Source, canonical_url
from schemas.dates import PartialDate

HERALD = Source.named("Black Sea Herald")


@pytest.mark.parametrize(
    "other",
    [
        "http://news.example/2024/talks",
        "https://NEWS.example/2024/talks/",
        "https://news.example/2024/talks#comments",
        "https://news.example/2024/talks?utm_source=letter&fbclid=x",
    ],
)
def test_all_forms_of_an_address_are_one_article(other: str) -> None:
    assert Article("a", url="https://news.example/2024/talks").id == Article("b", url=other).id


@pytest.mark.parametrize(
    "other",
    [
        "https://news.example/2024/talks?page=2",
        "https://news.example/2024/Talks",
        "https://other.example/2024/talks",
        "https://news.example/2024/talks?12345",
    ],
)
def test_what_may_choose_an_article_makes_another_one(other: str) -> None:
    assert Article("a", url="https://news.example/2024/talks").id != Article("a", url=other).id


def test_an_address_that_cannot_be_read_stays_as_it_is() -> None:
    assert canonical_url("http://[::1") == "http://[::1"


def test_without_an_address_source_title_and_date_tell() -> None:
    article = Article("a", title="Talks  resume", source=HERALD, published_on=PartialDate(2024, 5, 2))
    assert article.id == Article("b", title="talks resume", source=HERALD, published_on=PartialDate(2024, 5, 2)).id
    assert article.id != Article("a", title="Talks resume", source=HERALD, published_on=PartialDate(2024, 5, 3)).id
    assert article.id != Article("a", title="Talks resume", published_on=PartialDate(2024, 5, 2)).id


def test_two_untitled_articles_stay_two() -> None:
    assert Article("One.").id != Article("Two.").id


def test_the_hash_changes_with_anything_stored() -> None:
    article = Article("a", title="T", source=HERALD)
    same = Article("a", title="T", source=Source.named("Black Sea Herald"))
    assert article.content_hash == same.content_hash
    assert len({article.content_hash, Article("a", title="T").content_hash, Article("b", title="T").content_hash}) == 3


def test_a_lone_surrogate_has_an_id_and_a_hash() -> None:
    article = Article("\ud800")
    assert len(article.id) == 16
    assert len(article.content_hash) == 64


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Black Sea Herald", "black-sea-herald"), ("  Ştirile ", "stirile"), ("L'Écho", "l-echo"), ("News™", "newstm")],
)
def test_a_source_has_a_slug_without_accents(name: str, slug: str) -> None:
    assert Source.named(name) == Source(slug, name.strip())


def test_a_source_needs_a_letter_or_digit() -> None:
    with pytest.raises(ValueError, match="no letter or digit"):
        Source.named(" -- ")
