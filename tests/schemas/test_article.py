from dataclasses import replace

import pytest

from schemas.article import Article, Source
from schemas.dates.partial_dates import PartialDate

HERALD = Source.named("Black Sea Herald")


def test_an_article_with_an_address_is_known_by_it() -> None:
    assert Article("a", "One", url="https://news.example/1").id == Article("b", "Two", url="http://news.example/1/").id
    assert Article("a", url="https://news.example/1").id != Article("a", url="https://news.example/2").id


def test_without_an_address_the_content_tells() -> None:
    article = Article("a", title="Talks resume", source=HERALD, published_on=PartialDate(2024, 5, 2))
    assert article.id == replace(article, language="fr").id
    others = [
        replace(article, text="b"),
        replace(article, title="Talks"),
        replace(article, source=Source.named("Courier")),
        replace(article, published_on=PartialDate(2024, 5, 3)),
    ]
    assert len({article.id, *(other.id for other in others)}) == 5


def test_its_own_id_comes_first() -> None:
    assert Article("a", url="https://news.example/1", own_id="3kfq2x7mz4w6n5ab").id == "3kfq2x7mz4w6n5ab"


def test_what_an_index_may_hold_it_under_still() -> None:
    url = "https://news.example/1"
    assert Article("a", url=url, own_id="3kfq2x7mz4w6n5ab").former_id == Article("b", url=url).id
    titled = Article("a", "Talks  resume", source=HERALD)
    assert titled.former_id == Article("b", "talks resume", source=HERALD).former_id != titled.id
    assert Article("One.").former_id != Article("Two.").former_id


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
