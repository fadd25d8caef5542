import pytest

from indexer.extraction.lang.en.role_nouns import (
    ABBREVIATIONS,
    ALSO_VERBS,
    BODIES,
    FEMALE,
    MALE,
    OF_NO_STATE,
    OF_THE_STATE,
    OFFICES,
    PLURALS,
    PRIVATE,
    SPOKESPERSONS,
    SYNONYMS,
    TAKING_IN,
    TAKING_TO,
    role_nouns,
)


def test_a_noun_has_one_kind() -> None:
    words = [noun.word for noun in role_nouns()]
    assert len(words) == len(set(words))
    found = OFFICES | BODIES | PRIVATE | ABBREVIATIONS
    assert found - set(words) == {word for word in found if word.startswith(("ex-", "then-"))} - set(words)


def test_an_office_may_have_a_prefix() -> None:
    assert {"ex-premier", "then-minister"} <= OFFICES
    assert "ex-army" not in BODIES


@pytest.mark.parametrize("word", ["vice-admiral", "deputy-governor", "captain-regent", "vice-chairman", "minister"])
def test_offices(word: str) -> None:
    assert word in OFFICES
    assert word not in BODIES | PRIVATE


def test_no_noun_ends_in_a_hyphen() -> None:
    assert not [noun.word for noun in role_nouns() if noun.word.endswith("-")]


def test_features() -> None:
    assert "ministers" in PLURALS
    assert "minister" not in PLURALS
    assert "army" in OF_THE_STATE - OF_NO_STATE
    assert "bank" in OF_NO_STATE - OF_THE_STATE
    assert "heads" in ALSO_VERBS
    assert SPOKESPERSONS < OFFICES


def test_gender_is_told_by_offices_titles_and_kin() -> None:
    assert {"king", "mr", "brother", "vice-chairman"} <= MALE
    assert {"queen", "mrs", "sister"} <= FEMALE
    assert not MALE & FEMALE


def test_prepositions_that_a_noun_takes() -> None:
    assert "envoy" in TAKING_TO & TAKING_IN
    assert "minister" not in TAKING_TO | TAKING_IN


def test_synonyms() -> None:
    assert SYNONYMS["ambassador"] == SYNONYMS["envoy"] == "envoy"
    assert SYNONYMS["minister"] == "minister"
    assert {SYNONYMS[word] for word in SPOKESPERSONS} == {"spokesperson"}
    assert all(SYNONYMS[word] == word for word in set(SYNONYMS.values()))
