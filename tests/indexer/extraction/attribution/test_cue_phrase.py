from __future__ import annotations

import pytest

from indexer.extraction.attribution.cue_phrase import cue_phrase, cue_range, is_cue, last_word, reports
from indexer.extraction.lang.cues import cues
from tests.indexer.extraction.parsed import parsed, token


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Ilk said it rained.", "said", True),
        ("Ilk did not say it rained.", "say", False),
        ("The alleged plan failed.", "alleged", False),
        ("The claim failed.", "claim", False),
        ("Her reported income fell.", "reported", False),
        ("Ilk regretted the mayor's refusal to condemn the raid.", "condemn", False),
        ("Ilk plans to announce a ban.", "announce", False),
        ("Ilk was asked to explain the ban.", "explain", False),
        ("Ilk went on to condemn the raid.", "condemn", True),
        ("Ilk used the speech to condemn the raid.", "condemn", True),
    ],
)
def test_a_verb_reports_where_it_is_uttered_as_a_fact(text: str, word: str, expected: bool) -> None:
    assert reports(token(parsed(text), word)) is expected


def test_a_cue_is_a_verb_of_the_list() -> None:
    sentence = parsed("Ilk denied the claim and left.")
    assert [each.text for each in sentence.doc if is_cue(each)] == ["denied"]


def test_all_words_of_a_cue_follow_each_other() -> None:
    entry = next(entry for entry in cues()["called"] if entry.lemma == "call on")
    assert last_word(token(parsed("Ilk called on them to go."), "called"), entry) is not None
    assert last_word(token(parsed("Ilk called them."), "called"), entry) is None
    assert last_word(token(parsed("They left when called"), "called"), entry) is None


@pytest.mark.parametrize(
    ("text", "word", "cue", "phrase"),
    [
        ("It rained, Ilk told reporters on Monday.", "told", "told", "Ilk told reporters on Monday"),
        ("Ilk was quoted as saying it rained.", "saying", "was quoted as saying", "saying"),
        ("Vera Ilk later said it rained.", "said", "said", "Vera Ilk later said"),
    ],
)
def test_what_belongs_to_a_cue(text: str, word: str, cue: str, phrase: str) -> None:
    sentence = parsed(text)
    verb = token(sentence, word)
    assert sentence.span(cue_range(verb, verb)).of(text) == cue
    assert sentence.span(cue_phrase(verb, verb)).of(text) == phrase
