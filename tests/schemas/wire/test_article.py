from typing import Any

import pytest
from marshmallow import ValidationError

from schemas.article import Article, Source
from schemas.dates.partial_dates import PartialDate
from schemas.wire.article import ArticleSchema


def load(**document: Any) -> Article:
    return Article(**ArticleSchema().load({"text": "T"} | document))


def test_only_the_text_is_required() -> None:
    assert load() == Article("T")
    with pytest.raises(ValidationError, match="text"):
        ArticleSchema().load({"title": "No text"})


def test_null_and_empty_say_that_it_is_not_known() -> None:
    keys = ("title", "url", "source", "published_on", "language")
    assert load(**dict.fromkeys(keys)) == load(**dict.fromkeys(keys, "")) == Article("T")


@pytest.mark.parametrize("source", ["Black Sea Herald", {"id": "of-no-account", "name": "Black Sea Herald"}])
def test_a_source_is_known_by_its_name(source: Any) -> None:
    assert load(source=source).source == Source("black-sea-herald", "Black Sea Herald")


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2023-07-17", PartialDate(2023, 7, 17)),
        ("2023-07", PartialDate(2023, 7)),
        ("2023-07-17T23:30:00+04:00", PartialDate(2023, 7, 17)),
        ("2023-07-17 06:00:00Z", PartialDate(2023, 7, 17)),
    ],
)
def test_of_a_moment_the_day_as_written_counts(told: str, day: PartialDate) -> None:
    assert load(published_on=told).published_on == day


def test_a_language_tag_gives_its_language() -> None:
    assert load(language="en-GB").language == "en"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("url", "ftp://herald.example/1"),
        ("url", "herald.example"),
        ("source", "?"),
        ("source", 3),
        ("published_on", "yesterday"),
        ("published_on", 2023),
        ("published_on", "2023-02-30T10:00:00"),
        ("language", "English"),
        ("text", None),
        ("text", ["T"]),
    ],
)
def test_what_is_wrong_is_named(key: str, value: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        load(**{key: value})
    assert list(caught.value.messages_dict) == [key]


def test_it_goes_out_as_it_came_in() -> None:
    article = load(title="A", source="Black Sea Herald", published_on="2023-07", url="https://herald.example/1")
    assert load(**ArticleSchema(exclude=["text"]).dump(article)) == article
