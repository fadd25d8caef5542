"""The noun of a phrase for an office or a body, and which words no phrase reaches over."""

from __future__ import annotations

from indexer.extraction.lang.en.determiners import DETERMINERS
from indexer.extraction.lang.en.name_patterns import IN_NO_NAME
from indexer.extraction.lang.en.role_nouns import (
    ABBREVIATIONS,
    ALSO_ADJECTIVES,
    ALSO_VERBS,
    OFFICES,
    PRIVATE,
    ROLE_NOUNS,
)
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import TaggedText
from indexer.extraction.model.document import Word

ENDS_A_PHRASE = word_list("ends-a-phrase")
BEFORE_A_VERB = word_list("before-a-verb")
DESCRIBING = word_list("words-of-state") | word_list("kinds-of-offices") | word_list("portfolios")
AHEAD = 5  # words looked at for another noun that the first only describes: "deputy" in "deputy foreign minister"


def head_at(tagged: TaggedText, index: int) -> int | None:
    """The noun of the phrase whose first noun is the word at `index`; None where that is no such noun."""
    word = tagged.words[index]
    if not is_role_noun(word) or word.possessive or _is_an_adjective(tagged, index) or _is_a_verb(tagged, index):
        return None
    if _is_a_surname(tagged, index):
        return None
    head = index
    for ahead in range(index + 1, min(index + AHEAD, len(tagged.words))):
        word = tagged.words[ahead]
        if not are_joined(tagged, ahead - 1) or tagged.words[ahead - 1].possessive:
            break
        if ends_a_phrase(word) or word.low in DETERMINERS or _begins_anew(tagged, index, ahead):
            break
        if is_role_noun(word):
            head = ahead
    return head


def _is_a_surname(tagged: TaggedText, index: int) -> bool:
    """ "Sen" in "Ana Sen said", but not in "Sen. Ana Ilk", "Sen Ana Ilk"."""
    word = tagged.words[index]
    if word.low not in ABBREVIATIONS or word.bare.isupper() or tagged.text.startswith(".", word.end):
        return False
    return index + 1 == len(tagged.words) or not tagged.adjacent(index) or tagged.words[index + 1].bare.islower()


def _begins_anew(tagged: TaggedText, index: int, ahead: int) -> bool:
    """ "Armenian" in "Defence Ministry refutes Armenian minister", "opens" in "King Ilk opens parliament"."""
    before = tagged.words[ahead - 1]
    if _is_behind_a_name(tagged, index, ahead):
        return True
    if ahead - 1 == index or not before.bare.islower() or is_role_noun(before) or before.low in DESCRIBING:
        return False
    return tagged.words[index].bare[0].isupper() and tagged.words[ahead].bare[0].isupper()


def _is_behind_a_name(tagged: TaggedText, index: int, ahead: int) -> bool:
    before, word = tagged.words[ahead - 1], tagged.words[ahead]
    if ahead - 1 == index or not (word.bare.islower() and before.bare.istitle() and tagged.words[index].bare.istitle()):
        return False
    if is_role_noun(word) or is_role_noun(before) or not DESCRIBING.isdisjoint((word.low, before.low)):
        return False
    return is_for_somebody(tagged.words[index]) and tagged.place_at(before.start) is None


def is_role_noun(word: Word) -> bool:
    return word.low in ROLE_NOUNS and (word.low not in ABBREVIATIONS or word.bare[0].isupper())


def is_for_somebody(word: Word) -> bool:
    """Whether the noun is one for a person, not for a body."""
    return word.low in OFFICES or word.low in PRIVATE or word.low in ABBREVIATIONS


def end_of(word: Word) -> int:
    """Where it ends without its possessive "'s"."""
    return word.start + len(word.bare)


def ends_a_phrase(word: Word) -> bool:
    """Whether no phrase reaches over it. "US" is not "us"."""
    return (word.low in ENDS_A_PHRASE and not (word.bare.isupper() and len(word.bare) > 1)) or (
        word.bare.islower() and word.low.endswith("ly")
    )


def are_joined(tagged: TaggedText, left: int) -> bool:
    """Whether the word and the next may be of one phrase: a blank parts them, or the stop of an abbreviation."""
    if tagged.adjacent(left):
        return True
    word = tagged.words[left]
    between = tagged.text[word.end : tagged.words[left + 1].start]
    return between == ". " and (word.low in ABBREVIATIONS or "." in word.bare)  # "U.S."


def _is_an_adjective(tagged: TaggedText, index: int) -> bool:
    """ "The official term", "Major Western countries"."""
    word = tagged.words[index]
    if word.low not in ALSO_ADJECTIVES or index + 1 == len(tagged.words) or not tagged.adjacent(index):
        return False
    after = tagged.words[index + 1]
    if is_role_noun(after) or ends_a_phrase(after):
        return False
    if after.bare.islower():
        return not after.low.endswith("ed")
    return word.bare.istitle() and (after.bare in IN_NO_NAME or tagged.place_at(after.start) is not None)


def _is_a_verb(tagged: TaggedText, index: int) -> bool:
    """ "Who heads the office", "soldiers guard them"."""
    word = tagged.words[index]
    if word.low not in ALSO_VERBS:
        return False
    before = tagged.words[index - 1].low if index and tagged.adjacent(index - 1) else ""
    return before in BEFORE_A_VERB or (word.low.endswith("s") and tagged.following(index) in DETERMINERS)
