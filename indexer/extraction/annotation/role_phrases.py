"""Finds phrases that name an office or a body: "Russia's deputy foreign minister", "head of the border service".

A phrase grows from its noun outwards: to the left over what describes it, to the right over "of …", "for …" and the
like. What it means is read by role_meaning.py.
"""

from __future__ import annotations

from bisect import bisect_left

from indexer.extraction.annotation.role_meaning import meaning
from indexer.extraction.lang.en.role_nouns import (
    ABBREVIATIONS,
    ALSO_ADJECTIVES,
    ALSO_VERBS,
    BODIES,
    OFFICES,
    ROLE_NOUNS,
    TAKING_FOR,
    TAKING_IN,
    TAKING_TO,
)
from indexer.extraction.lang.word_lists import listed, word_list
from indexer.extraction.model.annotation import RolePhrase, TaggedText
from indexer.extraction.model.document import Word

DETERMINERS = word_list("determiners")
PARTICLES = word_list("name-particles")
PORTFOLIOS = word_list("portfolios")
STOP = word_list("ends-a-phrase")

LEFT = 7  # words looked at before the noun, and
RIGHT = 9  # after it
AHEAD = 5  # and for another noun that the first only describes: "deputy" in "deputy foreign minister"
LOWER_CASE = 3  # words of a complement in lower case: "of state for global affairs"
TIMES = listed("months years days weeks hours decades year month week time minutes")


def find_role_phrases(tagged: TaggedText) -> list[RolePhrase]:
    """All phrases in the order of the text, none inside another."""
    found: list[RolePhrase] = []
    floor = 0
    nouns = [index for index, word in enumerate(tagged.words) if word.low in ROLE_NOUNS]
    for index in nouns:
        if index < floor or not _is_noun(tagged.words[index]) or tagged.words[index].possessive:
            continue
        if _is_no_noun(tagged, index):
            continue
        head = _head(tagged, index)
        last = _rightmost(tagged, head)
        found.append(meaning(tagged, _leftmost(tagged, head, floor), head, last))
        floor = last + 1
    return found


def possessive_body(tagged: TaggedText, head: int) -> RolePhrase | None:
    """ "The Chinese foreign ministry" in "the Chinese foreign ministry's Ana Silva"; `head` has the "'s"."""
    if not tagged.words[head].possessive or tagged.words[head].low not in BODIES:
        return None
    return meaning(tagged, _leftmost(tagged, head, 0), head, head)


def _is_noun(word: Word) -> bool:
    return word.low in ROLE_NOUNS and (word.low not in ABBREVIATIONS or word.bare[0].isupper())


def _is_no_noun(tagged: TaggedText, index: int) -> bool:
    """ "Who heads the office", "soldiers guard them", "the official term"."""
    word = tagged.words[index]
    if word.low in ALSO_ADJECTIVES and index + 1 < len(tagged.words) and tagged.adjacent(index):
        after = tagged.words[index + 1]
        if (
            word.bare.islower()
            and after.bare.islower()
            and not (_is_noun(after) or _stops(after) or after.low.endswith("ed"))
        ):
            return True
    if word.low not in ALSO_VERBS:
        return False
    before = tagged.words[index - 1].low if index and tagged.adjacent(index - 1) else ""
    if before in ("who", "which", "that", "to", "will", "would", "he", "she", "they", "can", "may", "must"):
        return True
    return word.low.endswith("s") and tagged.following(index) in DETERMINERS


def _head(tagged: TaggedText, index: int) -> int:
    head = index
    for ahead in range(index + 1, min(index + AHEAD, len(tagged.words))):
        word = tagged.words[ahead]
        if not _reaches(tagged, ahead - 1) or tagged.words[ahead - 1].possessive:
            break
        if _stops(word) or word.low in DETERMINERS:
            break
        if _is_noun(word):
            head = ahead
    return head


def _reaches(tagged: TaggedText, left: int) -> bool:
    between = tagged.text[tagged.words[left].end : tagged.words[left + 1].start]
    if between in (" ", "\u00a0"):
        return True
    return between == ". " and (tagged.words[left].low in ABBREVIATIONS or "." in tagged.words[left].bare)  # "U.S."


def _stops(word: Word) -> bool:
    """Whether no phrase reaches over it. "US" is not "us"."""
    return (word.low in STOP and not (word.bare.isupper() and len(word.bare) > 1)) or word.low.endswith("ly")


def _leftmost(tagged: TaggedText, head: int, floor: int) -> int:
    """The first word of the phrase: its article, or whose it is."""
    first = head
    for index in range(head - 1, max(floor - 1, head - 1 - LEFT), -1):
        word = tagged.words[index]
        if not _reaches(tagged, index) and not _joined(tagged, index):
            break
        if word.possessive:
            return _owner(tagged, index, floor)
        if word.low in DETERMINERS:
            return index
        if word.low == "and" and _joins_portfolios(tagged, index):
            continue
        if _stops(word) or word.low.isdigit():
            break
        first = index
    return first


def _joined(tagged: TaggedText, index: int) -> bool:
    """ "Officers’ union", "food, farming and fisheries minister"."""
    between = tagged.text[tagged.words[index].end : tagged.words[index + 1].start]
    return between in ("' ", "’ ")


def _joins_portfolios(tagged: TaggedText, index: int) -> bool:
    """ "Economic and Trade Office", "trade and industry minister", but not "Baku and the minister"."""
    if index == 0 or index + 1 >= len(tagged.words) or not tagged.adjacent(index - 1):
        return False
    left, right = tagged.words[index - 1], tagged.words[index + 1]
    if (
        _is_noun(left)
        or _is_noun(right)
        or left.low in STOP
        or tagged.place_at(left.start) is not None
        or right.low in DETERMINERS
    ):
        return False
    return left.bare[0].isupper() == right.bare[0].isupper()


def _owner(tagged: TaggedText, index: int, floor: int) -> int:
    """The first word of "Armenia's", "South Korea's", "the ruling party's"."""
    place = tagged.place_at(tagged.words[index].start)
    if place is not None:
        first = bisect_left(tagged.word_starts, place.span.start)
        if first - 1 >= floor and tagged.words[first - 1].low == "the" and tagged.adjacent(first - 1):
            first -= 1
        return max(first, floor)
    first = index
    for before in range(index - 1, max(floor - 1, index - 5), -1):
        word = tagged.words[before]
        if not tagged.adjacent(before) or (_stops(word) and word.low != "of"):
            break
        if word.low in DETERMINERS:
            return before
        if not word.bare[0].isupper() and tagged.words[index].bare[0].isupper():
            break
        first = before
    return first


def _rightmost(tagged: TaggedText, head: int) -> int:
    """The last word: of the complement if there is one."""
    last = head
    while last - head < RIGHT and not tagged.words[last].possessive:
        turn = last + 1
        if turn + 1 >= len(tagged.words) or not tagged.adjacent(last) or not tagged.adjacent(turn):
            break
        if not _may_complete(tagged, head, turn):
            break
        after = _complement(tagged, turn + 1, _is_office(tagged.words[head]))
        if after == turn:
            break
        last = after
    return last


def _may_complete(tagged: TaggedText, head: int, turn: int) -> bool:
    noun, preposition, after = tagged.words[head].low, tagged.words[turn].low, tagged.words[turn + 1]
    if preposition == "of":
        return True
    if preposition == "for":
        soon = {word.low for word in tagged.words[turn + 1 : turn + 4]}
        return (noun not in BODIES or noun in TAKING_FOR) and not soon & TIMES
    if preposition == "to":
        return noun in TAKING_TO and (after.bare[0].isupper() or after.low in DETERMINERS)
    if preposition not in ("in", "at"):
        return False
    if noun in TAKING_IN and after.bare[0].isupper():
        return True
    return noun not in BODIES and _ends_in_a_body(tagged, turn + 1)


def _is_office(word: Word) -> bool:
    return word.low in OFFICES or word.low in ABBREVIATIONS


def _a_name_begins(tagged: TaggedText, index: int) -> bool:
    """ "Ana" in "Minister of Foreign Affairs Ana Silva", "President of Peru Ana Silva"."""
    before, word = tagged.words[index - 1], tagged.words[index]
    if not word.bare[0].isupper() or word.low in PORTFOLIOS or tagged.place_at(word.start) is not None:
        return False
    told = before.low in PORTFOLIOS or before.low in BODIES or tagged.place_at(before.start) is not None
    told = told or tagged.words[index - 2].low == "and"  # "of Mines and Quarries Ana Silva"
    return told and not _ends_in_a_body(tagged, index)


def _complement(tagged: TaggedText, first: int, of_an_office: bool) -> int:
    """The last word of the noun phrase that begins at `first`, or `first - 1`.

    A name in capitals ends where lower case begins; one in lower case after three words, or at the noun for a body.
    """
    last = first - 1
    in_capitals: bool | None = None
    for index in range(first, min(first + 7, len(tagged.words))):
        word = tagged.words[index]
        if index > first and not tagged.adjacent(index - 1) and not _joined(tagged, index - 1):
            break
        if word.low in DETERMINERS and index == first:
            continue
        if word.low == "and" and index > first and _joins_portfolios(tagged, index):
            continue
        if word.low in PARTICLES and in_capitals and tagged.words[index + 1 : index + 2]:
            continue  # "Norte de Santander"
        if _stops(word) or word.low in DETERMINERS or word.bare[0].isdigit():
            break
        if of_an_office and index > first and _a_name_begins(tagged, index):
            break
        capital = word.bare[0].isupper()
        if not capital and not _goes_on(tagged, first, index, in_capitals):
            break
        in_capitals = capital if tagged.place_at(word.start) is None else in_capitals
        last = index
        if word.low in BODIES and not word.possessive and tagged.following(last) not in BODIES:
            break
    return last


def _goes_on(tagged: TaggedText, first: int, index: int, in_capitals: bool | None) -> bool:
    """Whether a word in lower case still belongs to the complement that began at `first`."""
    word = tagged.words[index]
    if index > first and word.low.endswith("ed"):
        return False
    if word.low in BODIES:
        return True
    after_a_place = index > first and tagged.place_at(tagged.words[index - 1].start) is not None
    if after_a_place:
        return _ends_in_a_body(tagged, index)
    return not in_capitals and index - first <= LOWER_CASE


def _ends_in_a_body(tagged: TaggedText, index: int) -> bool:
    """Whether the noun phrase at `index` has a ministry, an army or the like as its noun."""
    for ahead in range(index, min(index + 8, len(tagged.words))):
        word = tagged.words[ahead]
        if word.low in BODIES:
            return True
        if (_stops(word) and word.low != "of") or ahead + 1 >= len(tagged.words) or not tagged.adjacent(ahead):
            return False
    return False
