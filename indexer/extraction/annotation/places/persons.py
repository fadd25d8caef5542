"""Names of places that are a part of a person's name where they stand: "Nadia Jordan", "Chad Morrow"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from indexer.extraction.annotation.places.disambiguation import Disambiguation
from indexer.extraction.annotation.places.gazetteer import fold
from indexer.extraction.annotation.places.surnames import NO_FIRST_NAMES, PLACES_THAT_ARE_NAMES, TITLES
from indexer.extraction.lang.en.name_patterns import OPENERS
from indexer.extraction.lang.word_lists import word_list

SURNAMES_ONLY = word_list("surnames-only")
OFFICES_AFTER_A_PLACE = word_list("offices-after-a-place")
BEFORE_A_PLACE = word_list("before-a-place")


def is_part_of_a_person(
    text: str,
    words: Sequence[re.Match[str]],
    found: range,
    taken: AbstractSet[int],
    meant: Disambiguation,
    codes: tuple[str, ...],
) -> bool:
    """ "Nadia Jordan", "Chad Morrow", and "Jordan replied" in an article that has a Nadia Jordan and no Amman.

    `found` are the numbers of the words of the name, `taken` those of all names of places, `codes` what it may mean.
    """
    first, after = found.start, found.stop
    word = fold(words[first][0])
    if word not in PLACES_THAT_ARE_NAMES or len(found) > 1:
        return False
    before = words[first - 1][0] if first and text[words[first - 1].end() : words[first].start()] in (" ", ". ") else ""
    following = words[after][0] if after < len(words) and text[words[first].end() : words[after].start()] == " " else ""
    named_first = before in TITLES or _may_be_a_first_name(before)
    if named_first and first - 1 not in taken and word in meant.surnames:
        return True
    if word in SURNAMES_ONLY and words[first][0].isascii():  # "Germán" is a first name
        following = ""
    if _may_be_a_surname(following) and after not in taken:
        return before.lower() not in BEFORE_A_PLACE and following not in OPENERS
    lone = word in meant.surnames and before.lower() not in BEFORE_A_PLACE
    return lone and not meant.names_otherwise(word, codes)


def _may_be_a_first_name(word: str) -> bool:
    return word[:1].isupper() and word not in OPENERS and word not in NO_FIRST_NAMES and not word.isupper()


def _may_be_a_surname(word: str) -> bool:
    return word[:1].isupper() and not word.isupper() and word not in OFFICES_AFTER_A_PLACE
