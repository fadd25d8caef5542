from __future__ import annotations

import pytest

from indexer.extraction.attribution.mentions import mention_of
from indexer.extraction.attribution.sources import about, is_purpose, source_of
from tests.indexer.extraction.parsed import parsed, token


@pytest.mark.parametrize(
    ("text", "cue", "inverted", "mention"),
    [
        ("The minister of roads said it rained.", "said", False, "The minister of roads"),
        ("The spokeswoman, Vera Ilk, said it rained.", "said", False, "Vera Ilk"),
        ("On Friday Oslo said it rained.", "said", False, "Oslo"),
        ("It rained, said the mayor of Vorn.", "said", True, "the mayor of Vorn"),
        ("Ilk, who said it rained, left.", "said", False, "Ilk"),
        ("Ilk left and said it rained.", "said", False, "Ilk"),
        ("Ilk was quoted as saying it rained.", "saying", False, "Ilk"),
        ("It was said by Ilk that it rained.", "said", False, "Ilk"),
        ("A statement from the ministry said it rained.", "said", False, "the ministry"),
        ("It rained, said the Council President for May, Ambassador Vera Ilk.", "said", True, "Ambassador Vera Ilk"),
        ("Renk and Oslo both said it rained.", "said", False, "Renk and Oslo"),
        ("It rained, said Vera Ilk, an Ambassador.", "said", True, "Vera Ilk"),
        ("Ilk said the talks were going well, noting that it rained.", "noting", False, "Ilk"),
        ("Ilk said Vorn had left early, adding that it rained.", "adding", False, "Ilk"),
        ("Ilk said Vorn had left early, saying that it rained.", "saying", False, "Vorn"),
        ("Ilk said Vorn remained the best port, saying that it rained.", "saying", False, "Ilk"),
        ("The talks that Ilk left went on, saying that it rained.", "saying", False, "The talks"),
        ("On Friday Vera Ilk, a member of the party, said it rained.", "said", False, "Vera Ilk"),
        ("In a note to the board Sunna Ilk, the mayor, said it rained.", "said", False, "Sunna Ilk"),
        ("In Nairobi, Kenya's health minister, Vera Ilk, said it rained.", "said", False, "Vera Ilk"),
        ("The agency quoted Vera Ilk as saying it rained.", "saying", False, "Vera Ilk"),
        ("The Foreign Office Friday said it rained.", "said", False, "The Foreign Office"),
        ("The Ministry of Roads Friday said it rained.", "said", False, "The Ministry of Roads"),
        ("Ilk posted a warm message on social media thanking Vorn for rain.", "thanking", False, "Ilk"),
        ("Ilk came to her defence in an interview with Vox on Sunday calling her brave.", "calling", False, "Ilk"),
        ("Ilk, speaking at a conference in Kent, Conn., said that it rained.", "said", False, "Ilk"),
        ("Ilk met a group of activists demanding rain.", "demanding", False, "activists"),
        ("The council got a letter demanding rain.", "demanding", False, "a letter"),
    ],
)
def test_whose_words_they_are(text: str, cue: str, inverted: bool, mention: str) -> None:
    sentence = parsed(text)
    source = source_of(token(sentence, cue), frozenset(), inverted)
    assert source is not None
    assert sentence.span(mention_of(source)).of(text) == mention


def test_nobody_where_the_sentence_does_not_tell() -> None:
    assert source_of(token(parsed("It was said that it rained."), "said"), frozenset(), False) is None


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Ilk sat down.", "Ilk"),
        ("She took a sip of water.", "She"),
        ("The Danish envoy disagreed.", "envoy"),
        ("A man outside was not so sure.", "man"),
        ("The ministers disagreed.", None),
        ("The rain stopped.", None),
        ("It rained.", None),
    ],
)
def test_whom_a_sentence_is_about(text: str, person: str | None) -> None:
    found = about(parsed(text).doc)
    assert (found.text if found is not None else None) == person


@pytest.mark.parametrize(
    ("text", "cue", "is_one"),
    [
        ("The firm answered with a motion to dismiss the claim.", "dismiss", True),
        ("She was the first leader to condemn the raid.", "condemn", False),
        ("Ilk wants to condemn the raid.", "condemn", False),
    ],
)
def test_what_a_motion_is_to_do_is_not_said(text: str, cue: str, is_one: bool) -> None:
    assert is_purpose(token(parsed(text), cue)) is is_one
