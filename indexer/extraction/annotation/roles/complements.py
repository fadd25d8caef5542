"""What stands after the noun of a phrase: "of fisheries", "for maritime security", "to Peru"."""

from __future__ import annotations

from indexer.extraction.annotation.roles.heads import ends_a_phrase
from indexer.extraction.annotation.roles.modifiers import is_plural_possessive, joins_portfolios
from indexer.extraction.lang.en.date_patterns import WEEKDAYS
from indexer.extraction.lang.en.determiners import DETERMINERS
from indexer.extraction.lang.en.role_nouns import (
    ABBREVIATIONS,
    BODIES,
    OFFICES,
    ROLE_NOUNS,
    TAKING_FOR,
    TAKING_IN,
    TAKING_TO,
)
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import TaggedText
from indexer.extraction.model.document import Word

REACH = 9  # words looked at after the noun
LONGEST = 7  # words of one complement
LOWER_CASE = 3  # words of a complement in lower case: "of state for global affairs"
REACH_OF_BODY = 8  # words looked at for a noun for a body
PARTICLES = word_list("name-particles")
PORTFOLIOS = word_list("portfolios")
TIMES = word_list("times")
ENDS_OF_FIELDS = word_list("ends-of-fields")
GIVEN_NAMES = word_list("male-given-names") | word_list("female-given-names")


def last_word(tagged: TaggedText, head: int) -> int:
    """The last word of the phrase with its noun at `head`: of its last complement if there is one."""
    last = head
    while last - head < REACH and not tagged.words[last].possessive:
        preposition = last + 1
        if preposition + 1 >= len(tagged.words) or not tagged.adjacent(last) or not tagged.adjacent(preposition):
            break
        if not _may_complete(tagged, head, preposition):
            break
        after = _last_of_complement(tagged, preposition + 1, _is_office(tagged.words[head]))
        if after == preposition:
            break
        last = after
    return last


def _may_complete(tagged: TaggedText, head: int, at: int) -> bool:
    """Whether the preposition at `at` may begin a complement of the noun."""
    noun, preposition, after = tagged.words[head].low, tagged.words[at].low, tagged.words[at + 1]
    if preposition == "of":
        return True
    if preposition == "for":
        soon = {word.low for word in tagged.words[at + 1 : at + 4]}
        return (noun not in BODIES or noun in TAKING_FOR) and not soon & TIMES
    if preposition == "to":
        return noun in TAKING_TO and (after.bare[0].isupper() or after.low in DETERMINERS)
    if preposition not in ("in", "at", "with"):
        return False
    if noun in TAKING_IN and after.bare[0].isupper():
        return True
    return noun not in BODIES and _ends_in_a_body(tagged, at + 1)


def _is_office(word: Word) -> bool:
    return word.low in OFFICES or word.low in ABBREVIATIONS


def _a_name_begins(tagged: TaggedText, index: int, in_capitals: bool | None) -> bool:
    """ "Ana" in "Minister of Foreign Affairs Ana Silva", "President of Peru Ana Silva", "head of operations Ana Silva".

    `in_capitals` tells whether the words of the complement are.
    """
    before, word = tagged.words[index - 1], tagged.words[index]
    if not word.bare[0].isupper() or word.low in PORTFOLIOS or tagged.place_at(word.start) is not None:
        return False
    told = (
        in_capitals is False
        or before.low in PORTFOLIOS
        or before.low in BODIES
        or tagged.place_at(before.start) is not None
    )
    told = told or tagged.words[index - 2].low == "and"  # "of Mines and Quarries Ana Silva"
    told = told or _a_full_name_begins(tagged, index)  # "for the Upper Valleys Ana Silva"
    return told and not _ends_in_a_body(tagged, index)


def _a_full_name_begins(tagged: TaggedText, index: int) -> bool:
    """Behind a word in capitals that is no office, but not in "spokesman for Mayor Ana Silva"."""
    before, word = tagged.words[index - 1], tagged.words[index]
    if not tagged.following(index) or not tagged.words[index + 1].bare[0].isupper() or before.low in ROLE_NOUNS:
        return False
    return before.low in ENDS_OF_FIELDS or (word.low in GIVEN_NAMES and before.bare[0].isupper())


def _last_of_complement(tagged: TaggedText, first: int, of_an_office: bool) -> int:
    """The last word of the noun phrase that begins at `first`, or `first - 1`.

    A name in capitals ends where lower case begins; one in lower case after three words, or at the noun for a body.
    """
    last = first - 1
    in_capitals: bool | None = None
    for index in range(first, min(first + LONGEST, len(tagged.words))):
        word = tagged.words[index]
        before = tagged.text[tagged.words[index - 1].end : word.start]
        if index > first and before != " " and not is_plural_possessive(tagged, index - 1):
            break
        if word.low in DETERMINERS and index == first:
            continue
        if word.low == "and" and index > first and joins_portfolios(tagged, index):
            continue
        if word.low in PARTICLES and in_capitals and tagged.words[index + 1 : index + 2]:
            continue  # "Norte de Santander"
        if ends_a_phrase(word) or word.low in DETERMINERS or word.bare[0].isdigit() or word.bare in WEEKDAYS:
            break
        if of_an_office and index > first and _a_name_begins(tagged, index, in_capitals):
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
    if index > first and word.low in PORTFOLIOS and not tagged.words[index - 1].possessive:
        return True  # "for European affairs"
    after_a_place = index > first and tagged.place_at(tagged.words[index - 1].start) is not None
    if after_a_place:
        return _ends_in_a_body(tagged, index)
    return not in_capitals and index - first <= LOWER_CASE


def _ends_in_a_body(tagged: TaggedText, index: int) -> bool:
    """Whether the noun phrase at `index` has a ministry, an army or the like as its noun."""
    for ahead in range(index, min(index + REACH_OF_BODY, len(tagged.words))):
        word = tagged.words[ahead]
        if word.low in BODIES:
            return True
        if (ends_a_phrase(word) and word.low != "of") or ahead + 1 >= len(tagged.words) or not tagged.adjacent(ahead):
            return False
    return False
