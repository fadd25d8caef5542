import pytest

from indexer.extraction.annotation.roles.phrases import find_role_phrases
from indexer.extraction.annotation.tagging import tag
from indexer.extraction.document.words import words_of
from indexer.extraction.model.annotation import RolePhrase


def phrases(text: str) -> tuple[RolePhrase, ...]:
    return find_role_phrases(tag(text, words_of(text)))


def texts(text: str) -> list[str]:
    return [text[phrase.start : phrase.end] for phrase in phrases(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Russia's deputy foreign minister",
        "the head of the customs service of the Slovak Republic",
        "the Spanish secretary of state for global affairs",
        "the foreign ministry of Guinea-Bissau",
        "The Ministry of Internal Affairs of the Republic of Moldova",
        "the director of the Malta Trade and Industry Office",
        "a vice director in the ruling party's press department",
        "Latvia’s ambassador to the United Kingdom",
        "A senior US official",
    ],
)
def test_a_phrase_reaches_from_its_article_to_its_complement(text: str) -> None:
    assert texts(f"Then {text} spoke.") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "They guard them.",
        "Ana, who heads it, left.",
        "The official term exists.",
        "A major step and a general rule.",
        "",
    ],
)
def test_verbs_and_adjectives_are_no_offices(text: str) -> None:
    assert texts(text) == []
