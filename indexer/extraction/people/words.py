"""The words of an article with their places, and what each of them is."""

from __future__ import annotations

import re
from typing import NamedTuple

TOKEN = re.compile(r"[^\W_]+(?:[-’'.&‐‑][^\W_]+)*")
POSSESSIVES = ("'s", "’s", "'S", "’S")


class Word(NamedTuple):
    """`bare` is without the possessive "'s", `low` is `bare` in lower case; `[start, end)` holds all of it."""

    start: int
    end: int
    bare: str
    low: str
    possessive: bool


def words_of(text: str) -> list[Word]:
    """In the order of the text."""
    words = []
    for match in TOKEN.finditer(text):
        start, end = match.span()
        bare = match.group()
        possessive = bare.endswith(POSSESSIVES)
        if possessive:
            bare = bare[:-2]
        elif bare[-1] in "sS":
            possessive = text.startswith(("’ ", "' "), end)  # "the officers' union"
        words.append(Word(start, end, bare, bare.lower(), possessive))
    return words
