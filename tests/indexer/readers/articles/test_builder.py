"""From what an input tells to an article."""

import io

import pytest

from indexer.inputs.input import MAX_INPUT, Input, Origin
from indexer.inputs.result import Loaded, Refusal, Refused
from indexer.readers.articles.builder import article_of, the_one_in
from schemas.article import Article


def source(data: bytes) -> Input:
    return Input(Origin("a.txt"), io.BufferedReader(io.BytesIO(data)))


def test_other_keys_are_left_alone() -> None:
    article = article_of({"text": "A text.", "title": "A", "section": "World"})
    assert (article.text, article.title, article.left_out) == ("A text.", "A", ())


def test_a_fault_names_its_members() -> None:
    with pytest.raises(Refusal) as refusal:
        article_of({"text": "A text.", "published_on": "yesterday", "url": "none"})
    assert sorted(member for member, _ in refusal.value.places) == ["published_on", "url"]


def test_a_fault_in_the_address_costs_the_address_alone() -> None:
    article = article_of({"text": "A text.", "url": "none"})
    assert article.url is None
    assert [member for member, _ in article.left_out] == ["url"]


def test_a_given_id_is_one_of_its_outlet() -> None:
    told = {"text": "A text.", "id": "7"}
    ids = {article_of(told | {"source": source}).id for source in ("Herald", "Courier")}
    assert len(ids) == 2
    assert article_of(told | {"source": "Herald"}).id in ids


def test_a_guid_tells_entries_of_one_address_apart() -> None:
    told = {"text": "A text.", "url": "https://herald.example/live"}
    assert article_of(told, guid="1").id != article_of(told, guid="2").id
    assert article_of(told, guid="1").id == article_of(told | {"text": "Another."}, guid="1").id


def test_an_input_with_one_article_is_it_or_says_why_not() -> None:
    assert isinstance(the_one_in(source(b"A text."), lambda data: Article(data.decode())), Loaded)

    def refuse(data: bytes) -> Article:
        raise Refusal("is no article")

    assert the_one_in(source(b"A text."), refuse) == Refused(Origin("a.txt"), "is no article", 7)


def test_one_that_is_too_long_is_not_looked_at() -> None:
    refused = the_one_in(source(b"a" * (MAX_INPUT + 1)), lambda data: pytest.fail("was looked at"))
    assert isinstance(refused, Refused)
    assert refused.reason == "is longer than 10,000,000 bytes: it is no article"
