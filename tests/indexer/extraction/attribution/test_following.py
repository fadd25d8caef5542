from __future__ import annotations

import pytest

from indexer.extraction.attribution.cue_phrase import last_word
from indexer.extraction.attribution.following import content_after
from indexer.extraction.lang.cues import cues
from indexer.extraction.model.attribution import Rule
from tests.indexer.extraction.parsed import parsed, token


@pytest.mark.parametrize(
    ("text", "lemma", "content", "rule"),
    [
        ("Ilk said it rained.", "say", "it rained", Rule.CLAUSE),
        ("Ilk said on Monday that it rained.", "say", "it rained", Rule.CLAUSE),
        ("Ilk said on Monday during a visit to the port that it rained.", "say", "it rained", Rule.CLAUSE),
        ("Ilk said Wednesday the raid had failed.", "say", "the raid had failed", Rule.CLAUSE),
        ("Ilk said Wednesday's raid had failed.", "say", "Wednesday's raid had failed", Rule.CLAUSE),
        ("Ilk told Reuters Iran would answer.", "tell", "Iran would answer", Rule.CLAUSE),
        ("Ilk told Reuters it would rain.", "tell", "it would rain", Rule.CLAUSE),
        ("Ilk promised to go.", "promise", "to go", Rule.INFINITIVE),
        ("Ilk urged the mayor to go.", "urge", "the mayor to go", Rule.OBJECT_INFINITIVE),
        ("Ilk condemned the raid.", "condemn", "the raid", Rule.OBJECT),
        ("Ilk denied taking the money.", "deny", "taking the money", Rule.GERUND),
        ("Ilk called for calm.", "call for", "calm", Rule.PREPOSITION),
        ("Ilk called out the board for lying.", "call out", "the board for lying", Rule.PREPOSITION),
        ("Ilk admitted to taking the money.", "admit to", "taking the money", Rule.PREPOSITION),
        ("Asked whether it rained, Ilk said yes.", "say", "yes", Rule.CLAUSE),
        ("Ilk said no to the plan.", "say", "no to the plan", Rule.CLAUSE),
        ("Ilk accused Vorn of lying.", "accuse", "Vorn of lying", Rule.PREDICATION),
        ("Ilk left after what she called a bad day.", "call", "a bad day", Rule.FREE_RELATIVE),
    ],
)
def test_what_follows_a_cue_and_by_which_rule(text: str, lemma: str, content: str, rule: Rule) -> None:
    sentence = parsed(text)
    verb = next(each for each in sentence.doc if any(entry.lemma == lemma for entry in cues().get(each.lower_, ())))
    entry = next(entry for entry in cues()[verb.lower_] if entry.lemma == lemma)
    last = last_word(verb, entry)
    assert last is not None
    found = content_after(verb, last, entry)
    assert found is not None
    assert (sentence.span(found.ranges[0]).of(text), found.rule) == (content, rule)


@pytest.mark.parametrize("text", ["The 500 homes promised are to be built.", "The jobs promised will be in the north."])
def test_what_becomes_of_what_was_promised_is_no_content(text: str) -> None:
    verb = token(parsed(text), "promised")
    assert not [found for entry in cues()["promised"] if (found := content_after(verb, verb, entry)) is not None]


@pytest.mark.parametrize("text", ["Ilk said.", "Ilk said nothing.", "Ilk said goodbye, and left."])
def test_a_cue_without_what_it_takes_has_no_content(text: str) -> None:
    verb = token(parsed(text), "said")
    assert content_after(verb, verb, cues()["said"][0]) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ilk responded to a letter that the guild had signed.",
        "The road is closed, stated the envoy.",
    ],
)
def test_what_something_is_about_and_who_speaks_behind_the_cue_are_no_content(text: str) -> None:
    sentence = parsed(text)
    verb = next(each for each in sentence.doc if each.lower_ in {"responded", "stated"})
    assert content_after(verb, verb, cues()[verb.lower_][0]) is None


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("Ilk left after what she called “absurd”.", True),
        ("Ilk called the plan “absurd”.", True),
        ("Ilk called “attacks” on Friday.", False),
    ],
)
def test_quoted_words_say_something_of_an_object(text: str, reports: bool) -> None:
    verb = token(parsed(text), "called")
    entry = next(entry for entry in cues()["called"] if entry.lemma == "call")
    assert (content_after(verb, verb, entry) is not None) is reports


@pytest.mark.parametrize(
    ("text", "lemma"),
    [("Ilk called out to the crew.", "call out"), ("Ilk was admitted to the ward on Friday.", "admit to")],
)
def test_a_preposition_governs_what_is_said_or_nothing_is(text: str, lemma: str) -> None:
    sentence = parsed(text)
    verb = next(each for each in sentence.doc if each.lower_ in {"called", "admitted"})
    entry = next(entry for entry in cues()[verb.lower_] if entry.lemma == lemma)
    last = last_word(verb, entry)
    assert last is not None
    assert content_after(verb, last, entry) is None
