"""Finds phrases that name an office or a body: "Russia's deputy foreign minister", "head of the border service".

A phrase grows from its noun outwards: to the left over what describes it, to the right over "of …", "for …" and the
like.
"""

from __future__ import annotations

from indexer.extraction.annotation.roles.complements import last_word
from indexer.extraction.annotation.roles.heads import head_at, is_for_somebody, is_role_noun
from indexer.extraction.annotation.roles.meaning import interpret, join_offices
from indexer.extraction.annotation.roles.modifiers import PORTFOLIOS, first_word
from indexer.extraction.annotation.roles.seats import with_its_house
from indexer.extraction.lang.en.role_nouns import BODIES, ROLE_NOUNS
from indexer.extraction.lang.en.role_patterns import A_NAME_BEHIND
from indexer.extraction.model.annotation import RolePhrase, TaggedText

AND = " and "


def find_role_phrases(tagged: TaggedText) -> tuple[RolePhrase, ...]:
    """All phrases in the order of the text, none inside another."""
    found: list[RolePhrase] = []
    floor = 0
    nouns = [index for index, word in enumerate(tagged.words) if word.low in ROLE_NOUNS]
    for index in nouns:
        head = head_at(tagged, index) if index >= floor else None
        if head is None:
            continue
        last = last_word(tagged, head)
        if _describes_an_office(tagged, head, last):
            continue
        phrase = interpret(tagged, first_word(tagged, head, floor), head, last)
        found.append(with_its_house(phrase, tagged))
        floor = last + 1
    return _joined(tagged, found)


def _describes_an_office(tagged: TaggedText, head: int, last: int) -> bool:
    """ "Department of State" in "a Department of State official"."""
    if tagged.words[head].low not in BODIES or last == head or tagged.words[last].low not in PORTFOLIOS:
        return False
    after = tagged.words[last + 1] if last + 1 < len(tagged.words) and tagged.adjacent(last) else None
    return after is not None and is_role_noun(after) and is_for_somebody(after)


def _joined(tagged: TaggedText, found: list[RolePhrase]) -> tuple[RolePhrase, ...]:
    """With two offices of one person as one: "Deputy prime minister and finance minister Ana Silva"."""
    phrases: list[RolePhrase] = []
    for phrase in found:
        before = phrases[-1] if phrases else None
        if before is not None and before.end + len(AND) == phrase.start and _are_of_one(tagged, before, phrase):
            phrases[-1] = join_offices(tagged.text, before, phrase)
        else:
            phrases.append(phrase)
    return tuple(phrases)


def _are_of_one(tagged: TaggedText, one: RolePhrase, other: RolePhrase) -> bool:
    """Whether the second tells of itself no more than the office, and a name stands beside them."""
    text = tagged.text
    if not (text.startswith(AND, one.end) and one.role and other.role) or one.plural or other.plural:
        return False
    if one.determiner == "the" or other.determiner or other.owner or other.codes:
        return False
    return A_NAME_BEHIND.match(text, other.end) is not None or text.endswith(", ", 0, one.start)


def possessive_body(tagged: TaggedText, head: int) -> RolePhrase | None:
    """ "The Chinese foreign ministry" in "the Chinese foreign ministry's Ana Silva"; `head` has the "'s"."""
    if not tagged.words[head].possessive or tagged.words[head].low not in BODIES:
        return None
    return interpret(tagged, first_word(tagged, head, 0), head, head)
