"""Regular expressions made of lists of words."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    r"""A group that matches any of the words, a longer one before a shorter; a "*" at the end is any letters.

    It says nothing of what stands beside them: put it between `\b`.
    """
    alternatives = (re.escape(word).replace(r"\*", r"\w*") for word in sorted(words, key=lambda w: (-len(w), w)))
    return f"(?:{'|'.join(alternatives)})"
