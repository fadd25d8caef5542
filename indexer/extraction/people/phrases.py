"""Finds phrases that name an office or a body: "Russia's deputy foreign minister", "head of the border service".

A phrase grows from its noun outwards: to the left over what describes it, to the right over "of …", "for …" and the
like. What it means is read by meaning.py.
"""

from __future__ import annotations

from bisect import bisect_left

from indexer.extraction.listed import listed
from indexer.extraction.people.ground import Ground
from indexer.extraction.people.meaning import Phrase, meaning
from indexer.extraction.people.nouns import (
    ABBREVIATED,
    ADJECTIVES_TOO,
    BODIES,
    DETERMINERS,
    OFFICES,
    PARTICLES,
    PORTFOLIOS,
    PRIVATE,
    STOP,
    VERBS_TOO,
)
from indexer.extraction.people.words import Word

LEFT = 7  # words looked at before the noun, and
RIGHT = 9  # after it
AHEAD = 5  # and for another noun that the first only describes: "deputy" in "deputy foreign minister"
LOWER_CASE = 3  # words of a complement in lower case: "of state for global affairs"
WITH_FOR = listed("ministry department agency office committee")
WITH_TO = listed("ambassador ambassadors envoy envoys representative adviser advisor delegate mission aide")
WITH_PLACE = listed(
    "embassy consulate office mission delegation official officials authorities diplomat diplomats ambassador envoy "
    "commissioner consul attaché ministry government parliament junta charge chargé d'affaires d’affaires"
)
NOUNS = OFFICES | BODIES | PRIVATE | ABBREVIATED
TIMES = listed("months years days weeks hours decades year month week time minutes")


def find_phrases(ground: Ground) -> list[Phrase]:
    """All phrases in the order of the text, none inside another."""
    found: list[Phrase] = []
    floor = 0
    nouns = [index for index, word in enumerate(ground.words) if word.low in NOUNS]
    for index in nouns:
        if index < floor or not _is_noun(ground.words[index]) or ground.words[index].possessive:
            continue
        if _is_no_noun(ground, index):
            continue
        head = _head(ground, index)
        last = _rightmost(ground, head)
        found.append(meaning(ground, _leftmost(ground, head, floor), head, last))
        floor = last + 1
    return found


def possessive_body(ground: Ground, head: int) -> Phrase | None:
    """ "The Chinese foreign ministry" in "the Chinese foreign ministry's Ana Silva"; `head` has the "'s"."""
    if not ground.words[head].possessive or ground.words[head].low not in BODIES:
        return None
    return meaning(ground, _leftmost(ground, head, 0), head, head)


def _is_noun(word: Word) -> bool:
    return word.low in NOUNS and (word.low not in ABBREVIATED or word.bare[0].isupper())


def _is_no_noun(ground: Ground, index: int) -> bool:
    """ "Who heads the office", "soldiers guard them", "the official term"."""
    word = ground.words[index]
    if word.low in ADJECTIVES_TOO and index + 1 < len(ground.words) and ground.adjacent(index):
        after = ground.words[index + 1]
        if (
            word.bare.islower()
            and after.bare.islower()
            and not (_is_noun(after) or _stops(after) or after.low.endswith("ed"))
        ):
            return True
    if word.low not in VERBS_TOO:
        return False
    before = ground.words[index - 1].low if index and ground.adjacent(index - 1) else ""
    if before in ("who", "which", "that", "to", "will", "would", "he", "she", "they", "can", "may", "must"):
        return True
    return word.low.endswith("s") and ground.following(index) in DETERMINERS


def _head(ground: Ground, index: int) -> int:
    head = index
    for ahead in range(index + 1, min(index + AHEAD, len(ground.words))):
        word = ground.words[ahead]
        if not _reaches(ground, ahead - 1) or ground.words[ahead - 1].possessive:
            break
        if _stops(word) or word.low in DETERMINERS:
            break
        if _is_noun(word):
            head = ahead
    return head


def _reaches(ground: Ground, left: int) -> bool:
    between = ground.text[ground.words[left].end : ground.words[left + 1].start]
    if between in (" ", "\u00a0"):
        return True
    return between == ". " and (ground.words[left].low in ABBREVIATED or "." in ground.words[left].bare)  # "U.S."


def _stops(word: Word) -> bool:
    """Whether no phrase reaches over it. "US" is not "us"."""
    return (word.low in STOP and not (word.bare.isupper() and len(word.bare) > 1)) or word.low.endswith("ly")


def _leftmost(ground: Ground, head: int, floor: int) -> int:
    """The first word of the phrase: its article, or whose it is."""
    first = head
    for index in range(head - 1, max(floor - 1, head - 1 - LEFT), -1):
        word = ground.words[index]
        if not _reaches(ground, index) and not _joined(ground, index):
            break
        if word.possessive:
            return _owner(ground, index, floor)
        if word.low in DETERMINERS:
            return index
        if word.low == "and" and _joins_portfolios(ground, index):
            continue
        if _stops(word) or word.low.isdigit():
            break
        first = index
    return first


def _joined(ground: Ground, index: int) -> bool:
    """ "Officers’ union", "food, farming and fisheries minister"."""
    between = ground.text[ground.words[index].end : ground.words[index + 1].start]
    return between in ("' ", "’ ")


def _joins_portfolios(ground: Ground, index: int) -> bool:
    """ "Economic and Trade Office", "trade and industry minister", but not "Baku and the minister"."""
    if index == 0 or index + 1 >= len(ground.words) or not ground.adjacent(index - 1):
        return False
    left, right = ground.words[index - 1], ground.words[index + 1]
    if (
        _is_noun(left)
        or _is_noun(right)
        or left.low in STOP
        or ground.place_at(left.start) is not None
        or right.low in DETERMINERS
    ):
        return False
    return left.bare[0].isupper() == right.bare[0].isupper()


def _owner(ground: Ground, index: int, floor: int) -> int:
    """The first word of "Armenia's", "South Korea's", "the ruling party's"."""
    place = ground.place_at(ground.words[index].start)
    if place is not None:
        first = bisect_left(ground.starts, place.span.start)
        if first - 1 >= floor and ground.words[first - 1].low == "the" and ground.adjacent(first - 1):
            first -= 1
        return max(first, floor)
    first = index
    for before in range(index - 1, max(floor - 1, index - 5), -1):
        word = ground.words[before]
        if not ground.adjacent(before) or (_stops(word) and word.low != "of"):
            break
        if word.low in DETERMINERS:
            return before
        if not word.bare[0].isupper() and ground.words[index].bare[0].isupper():
            break
        first = before
    return first


def _rightmost(ground: Ground, head: int) -> int:
    """The last word: of the complement if there is one."""
    last = head
    while last - head < RIGHT and not ground.words[last].possessive:
        turn = last + 1
        if turn + 1 >= len(ground.words) or not ground.adjacent(last) or not ground.adjacent(turn):
            break
        if not _may_complete(ground, head, turn):
            break
        after = _complement(ground, turn + 1, _is_office(ground.words[head]))
        if after == turn:
            break
        last = after
    return last


def _may_complete(ground: Ground, head: int, turn: int) -> bool:
    noun, preposition, after = ground.words[head].low, ground.words[turn].low, ground.words[turn + 1]
    if preposition == "of":
        return True
    if preposition == "for":
        soon = {word.low for word in ground.words[turn + 1 : turn + 4]}
        return (noun not in BODIES or noun in WITH_FOR) and not soon & TIMES
    if preposition == "to":
        return noun in WITH_TO and (after.bare[0].isupper() or after.low in DETERMINERS)
    if preposition not in ("in", "at"):
        return False
    if noun in WITH_PLACE and after.bare[0].isupper():
        return True
    return noun not in BODIES and _ends_in_a_body(ground, turn + 1)


def _is_office(word: Word) -> bool:
    return word.low in OFFICES or word.low in ABBREVIATED


def _a_name_begins(ground: Ground, index: int) -> bool:
    """ "Ana" in "Minister of Foreign Affairs Ana Silva", "President of Peru Ana Silva"."""
    before, word = ground.words[index - 1], ground.words[index]
    if not word.bare[0].isupper() or word.low in PORTFOLIOS or ground.place_at(word.start) is not None:
        return False
    told = before.low in PORTFOLIOS or before.low in BODIES or ground.place_at(before.start) is not None
    told = told or ground.words[index - 2].low == "and"  # "of Mines and Quarries Ana Silva"
    return told and not _ends_in_a_body(ground, index)


def _complement(ground: Ground, first: int, of_an_office: bool) -> int:
    """The last word of the noun phrase that begins at `first`, or `first - 1`.

    A name in capitals ends where lower case begins; one in lower case after three words, or at the noun for a body.
    """
    last = first - 1
    in_capitals: bool | None = None
    for index in range(first, min(first + 7, len(ground.words))):
        word = ground.words[index]
        if index > first and not ground.adjacent(index - 1) and not _joined(ground, index - 1):
            break
        if word.low in DETERMINERS and index == first:
            continue
        if word.low == "and" and index > first and _joins_portfolios(ground, index):
            continue
        if word.low in PARTICLES and in_capitals and ground.words[index + 1 : index + 2]:
            continue  # "Norte de Santander"
        if _stops(word) or word.low in DETERMINERS or word.bare[0].isdigit():
            break
        if of_an_office and index > first and _a_name_begins(ground, index):
            break
        capital = word.bare[0].isupper()
        if not capital and not _goes_on(ground, first, index, in_capitals):
            break
        in_capitals = capital if ground.place_at(word.start) is None else in_capitals
        last = index
        if word.low in BODIES and not word.possessive and ground.following(last) not in BODIES:
            break
    return last


def _goes_on(ground: Ground, first: int, index: int, in_capitals: bool | None) -> bool:
    """Whether a word in lower case still belongs to the complement that began at `first`."""
    word = ground.words[index]
    if index > first and word.low.endswith("ed"):
        return False
    if word.low in BODIES:
        return True
    after_a_place = index > first and ground.place_at(ground.words[index - 1].start) is not None
    if after_a_place:
        return _ends_in_a_body(ground, index)
    return not in_capitals and index - first <= LOWER_CASE


def _ends_in_a_body(ground: Ground, index: int) -> bool:
    """Whether the noun phrase at `index` has a ministry, an army or the like as its noun."""
    for ahead in range(index, min(index + 8, len(ground.words))):
        word = ground.words[ahead]
        if word.low in BODIES:
            return True
        if (_stops(word) and word.low != "of") or ahead + 1 >= len(ground.words) or not ground.adjacent(ahead):
            return False
    return False
