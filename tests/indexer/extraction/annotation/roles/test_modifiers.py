import pytest

from indexer.extraction.annotation.roles.modifiers import first_word, is_plural_possessive, joins_portfolios
from indexer.extraction.annotation.tagging import tag
from indexer.extraction.document.words import words_of
from indexer.extraction.model.annotation import TaggedText


def tagged(text: str) -> TaggedText:
    return tag(text, words_of(text))


@pytest.mark.parametrize(
    "phrase",
    [
        "the Polish minister",
        "trade and industry minister",
        "South Korea's finance minister",
        "the Netherlands' finance minister",
        "the ruling party's foreign minister",
        "officers’ minister",
        "U.S. minister",
    ],
)
def test_a_phrase_begins_with_its_article_or_its_owner(phrase: str) -> None:
    found = tagged(f"yesterday, {phrase}")
    assert found.words[first_word(found, len(found.words) - 1, 0)].start == len("yesterday, ")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("when deputy minister", "deputy"),
        ("Lima, minister", "minister"),
        ("recently foreign minister", "foreign"),
        ("Baku and the minister", "the"),
        ("minister and minister", "minister"),
        ("in 2019 foreign minister", "foreign"),
    ],
)
def test_a_phrase_reaches_over_no_mark_and_no_other_phrase(text: str, first: str) -> None:
    found = tagged(text)
    assert found.words[first_word(found, len(found.words) - 1, 0)].low == first


def test_no_phrase_begins_within_the_one_before() -> None:
    found = tagged("the Polish trade minister")
    assert first_word(found, 3, 2) == 2


def test_and_joins_what_ministries_are_of() -> None:
    assert joins_portfolios(tagged("trade and industry"), 1)
    assert not joins_portfolios(tagged("Peru and Industry"), 1)
    assert not joins_portfolios(tagged("trade and Industry"), 1)
    assert not joins_portfolios(tagged("and industry"), 0)


def test_the_apostrophe_of_a_plural() -> None:
    assert is_plural_possessive(tagged("officers’ union"), 0)
    assert not is_plural_possessive(tagged("officers, union"), 0)
