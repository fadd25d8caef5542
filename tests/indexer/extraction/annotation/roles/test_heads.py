import pytest

from indexer.extraction.annotation.roles.heads import are_joined, end_of, head_at, is_for_somebody
from indexer.extraction.annotation.tagging import tag
from indexer.extraction.document.words import words_of


def head(text: str) -> str | None:
    """The head of the phrase whose first noun is the second word."""
    tagged = tag(text, words_of(text))
    found = head_at(tagged, 1)
    return None if found is None else tagged.words[found].low


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("the minister left", "minister"),
        ("the deputy foreign minister left", "minister"),
        ("the ministry spokesman left", "spokesman"),
        ("the ministry of trade", "ministry"),
        ("then Gen. Ana Silva", "gen"),
        ("the leader, a general", "leader"),
        ("the head guard left", "guard"),
        ("Riga Ministry refutes Armenian minister", "ministry"),
        ("Riga Ministry summons Ambassador Silva", "ministry"),
        ("Riga Ministry press officer left", "officer"),
        ("Riga Ministry (RM) spokesman left", "spokesman"),
        ("the official denied it", "official"),
        ("Then King Soe opens parliament", "king"),
        ("then Sen Vera Ilk", "sen"),
    ],
)
def test_the_last_noun_side_by_side_is_the_head(text: str, noun: str) -> None:
    assert head(text) == noun


@pytest.mark.parametrize(
    "text",
    [
        "the road ended",
        "Vera Sen left",
        "the minister's plan",
        "his gen of ideas",
        "who heads the office",
        "one guards the door",
        "the official term",
    ],
)
def test_what_is_no_head(text: str) -> None:
    assert head(text) is None


def test_words_are_joined_by_a_blank_or_the_stop_of_an_abbreviation() -> None:
    text = "Gen. Ana Silva came. Jan left"
    tagged = tag(text, words_of(text))
    assert [are_joined(tagged, left) for left in range(len(tagged.words) - 1)] == [True, True, True, False, True]


def test_a_possessive_is_no_part_of_the_phrase() -> None:
    (word,) = words_of("ministry’s")
    assert end_of(word) == len("ministry")
    assert not is_for_somebody(word)
    assert is_for_somebody(words_of("analyst")[0])
