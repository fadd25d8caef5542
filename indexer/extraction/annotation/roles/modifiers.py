"""What stands before the noun of a phrase: what describes it, and whose it is."""

from __future__ import annotations

from bisect import bisect_left

from indexer.extraction.annotation.roles.heads import (
    ENDS_A_PHRASE,
    are_joined,
    ends_a_phrase,
    is_role_noun,
)
from indexer.extraction.lang.en.determiners import DETERMINERS
from indexer.extraction.lang.en.role_nouns import BODIES
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import TaggedText

PORTFOLIOS = word_list("portfolios")
DESCRIBING = (
    PORTFOLIOS
    | word_list("words-of-state")
    | word_list("former")
    | word_list("opposed")
    | word_list("epithets")
    | word_list("ruling")
    | word_list("kinds-of-offices")
)
REACH = 7  # words looked at before the noun
REACH_OF_OWNER = 4  # and before a possessive


def first_word(tagged: TaggedText, head: int, floor: int) -> int:
    """The first word of the phrase with its noun at `head`, none before `floor`: its article, or whose it is.

    Without either, what may be of the sentence is left out: "cheered" in "they cheered President Ana Silva".
    """
    first, describes = head, True
    for index in range(head - 1, max(floor - 1, head - 1 - REACH), -1):
        word = tagged.words[index]
        if not are_joined(tagged, index) and not is_plural_possessive(tagged, index):
            break
        if word.possessive:
            return _owner(tagged, index, floor)
        if word.low in DETERMINERS:
            return index
        if word.low == "and" and joins_portfolios(tagged, index):
            continue
        if word.low == "of" and _names_a_ministry(tagged, index):
            continue
        if ends_a_phrase(word) or word.low.isdigit() or _is_a_verb(tagged, index):
            break
        describes = describes and _describes(tagged, index, head)
        if describes:
            first = index
    return first


def _is_a_verb(tagged: TaggedText, index: int) -> bool:
    """ "Cheered" in "the crowd cheered President Ana Silva", but not "embattled" in "the embattled president"."""
    word = tagged.words[index]
    if not word.low.endswith("ed") or not word.bare.islower() or word.low in DESCRIBING or "-" in word.bare:
        return False
    return index > 0 and tagged.adjacent(index - 1) and tagged.words[index - 1].low not in DETERMINERS


def _describes(tagged: TaggedText, index: int, head: int) -> bool:
    """Whether the word tells of an office, of whatever sentence it stands in."""
    word = tagged.words[index]
    if not word.bare.islower() or word.low in DESCRIBING or is_role_noun(word) or "-" in word.bare:
        return True
    return tagged.words[head].bare.islower() and not word.low.endswith("ed")


def is_plural_possessive(tagged: TaggedText, index: int) -> bool:
    """ "Officers’ union"."""
    return tagged.text[tagged.words[index].end : tagged.words[index + 1].start] in ("' ", "’ ")


def _names_a_ministry(tagged: TaggedText, index: int) -> bool:
    """ "Of" in "a US Department of State official"."""
    return index > 0 and tagged.words[index - 1].low in BODIES and tagged.words[index + 1].low in PORTFOLIOS


def joins_portfolios(tagged: TaggedText, index: int) -> bool:
    """ "Economic and Trade Office", "trade and industry minister", but not "Baku and the minister"."""
    if index == 0 or index + 1 >= len(tagged.words) or not tagged.adjacent(index - 1):
        return False
    left, right = tagged.words[index - 1], tagged.words[index + 1]
    if is_role_noun(left) or is_role_noun(right) or left.low in ENDS_A_PHRASE or right.low in DETERMINERS:
        return False
    if any(tagged.place_at(word.start) is not None for word in (left, right)) or _ends_a_name(tagged, index - 1):
        return False
    return left.bare[0].isupper() == right.bare[0].isupper()


def _ends_a_name(tagged: TaggedText, index: int) -> bool:
    """ "Silva" in "Ana Silva and Trade Minister Jan Kos", but not "Affairs" in "Foreign Affairs and Trade Minister"."""
    word = tagged.words[index]
    if index == 0 or not word.bare[0].isupper() or word.low in PORTFOLIOS:
        return False
    return tagged.adjacent(index - 1) and tagged.words[index - 1].bare[0].isupper()


def _owner(tagged: TaggedText, index: int, floor: int) -> int:
    """The first word of "Armenia's", "South Korea's", "the ruling party's"; `index` has the "'s"."""
    place = tagged.place_at(tagged.words[index].start)
    if place is not None:
        first = bisect_left(tagged.word_starts, place.span.start)
        if first - 1 >= floor and tagged.words[first - 1].low == "the" and tagged.adjacent(first - 1):
            first -= 1
        return max(first, floor)
    first = index
    for before in range(index - 1, max(floor - 1, index - 1 - REACH_OF_OWNER), -1):
        word = tagged.words[before]
        if not tagged.adjacent(before) or (ends_a_phrase(word) and word.low != "of"):
            break
        if word.low in DETERMINERS:
            return before
        if not word.bare[0].isupper() and tagged.words[index].bare[0].isupper():
            break
        first = before
    return first
