"""Which values of a facet a beginning may be completed to: every word of it begins a word of the label."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.fields import FACETS, IDENTITIES
from schemas.identity.word_key import word_key
from search.errors import QueryError
from search.text.analysis import words

MAX_WORDS = 20

# Facets with so many values that the engine finds them, by the words of the names that they have.
IN_ENGINE = frozenset(name for name, field in FACETS.items() if field.value in IDENTITIES)
LEAST_COMPLETED = 200


def beginnings(prefix: str) -> tuple[str, ...]:
    """The folded words of what was typed, less those that another one begins with: these ask for nothing more."""
    typed = set(words(prefix))
    if len(typed) > MAX_WORDS:
        hint = f"write {MAX_WORDS} words at most"
        raise QueryError("too-complex", f"this has more than {MAX_WORDS} words to complete", "prefix", hint=hint)
    return tuple(sorted(word for word in typed if not any(o != word and o.startswith(word) for o in typed)))


def completed(size: int) -> int:
    """How many ids are looked at for so many rows: those that most statements have under a name that fits."""
    return max(LEAST_COMPLETED, 2 * size)


def spelled_alike(start: str) -> tuple[str, ...]:
    """The beginning of a name as it was typed, and as ids have it: in one transliteration."""
    return tuple(dict.fromkeys((start, word_key(start))))


def begins(starts: Sequence[str], label: str) -> bool:
    found = words(label)
    return all(any(word.startswith(start) for word in found) for start in starts)
