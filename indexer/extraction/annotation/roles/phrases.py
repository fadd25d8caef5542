"""Finds phrases that name an office or a body: "Russia's deputy foreign minister", "head of the border service".

A phrase grows from its noun outwards: to the left over what describes it, to the right over "of …", "for …" and the
like.
"""

from __future__ import annotations

from indexer.extraction.annotation.roles.complements import last_word
from indexer.extraction.annotation.roles.heads import head_at
from indexer.extraction.annotation.roles.meaning import interpret
from indexer.extraction.annotation.roles.modifiers import first_word
from indexer.extraction.lang.en.role_nouns import BODIES, ROLE_NOUNS
from indexer.extraction.model.annotation import RolePhrase, TaggedText


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
        found.append(interpret(tagged, first_word(tagged, head, floor), head, last))
        floor = last + 1
    return tuple(found)


def possessive_body(tagged: TaggedText, head: int) -> RolePhrase | None:
    """ "The Chinese foreign ministry" in "the Chinese foreign ministry's Ana Silva"; `head` has the "'s"."""
    if not tagged.words[head].possessive or tagged.words[head].low not in BODIES:
        return None
    return interpret(tagged, first_word(tagged, head, 0), head, head)
