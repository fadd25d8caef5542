"""Lists of words, as they are easiest to read and to change."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The words between the blanks."""
    return frozenset(words.split())
