"""Whether capitalised words that were taken for a person's name pass as one. Ids are made of no others."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.extraction.lang.cues import cues
from indexer.extraction.lang.en.name_patterns import IN_NO_NAME, OPENERS
from indexer.extraction.lang.word_lists import word_list

LONGEST = 5  # words, without particles
SHORTEST_FORM = 6  # letters of a verb that no surname is like: "endorses", but "Banks"
ENDS_OF_FORMS = ("s", "ed", "ing")
COMPOUND = "-based"
PARTICLES = word_list("name-particles")


def passes_as_name(name: str) -> bool:
    """Of the name in full, as the text writes it, without an office before it.

    Not so "Endorsed Ted Cruz" and "Everything Silva" (headlines), "Robert C" (cut off), "Lisbon-based Ana Silva".
    """
    words = name.split()
    return (
        sum(word.lower() not in PARTICLES for word in words) <= LONGEST
        and len(words[-1]) > 1
        and words[0] not in OPENERS
        and not any(word in IN_NO_NAME or is_verb(word) or word.lower().endswith(COMPOUND) for word in words)
    )


def is_verb(word: str) -> bool:
    """Whether it is a form of a verb that reports, and not its lemma: "Mark" and "Grant" are names."""
    lower = word.lower()
    return len(lower) >= SHORTEST_FORM and lower.endswith(ENDS_OF_FORMS) and lower in cues()


def is_initial_and_surname(parts: Sequence[str]) -> bool:
    """ "J. Vale" may be any Vale; "J. D. Vale" is known by that name."""
    return len(parts) == 2 and len(parts[0].rstrip(".")) == 1
