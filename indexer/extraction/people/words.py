"""The words of an article with their places, and what each of them is."""

from __future__ import annotations

import re
from dataclasses import dataclass

TOKEN = re.compile(r"[^\W_]+(?:[-’'.&‐‑][^\W_]+)*")
POSSESSIVE = re.compile(r"[’']s\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """`bare` is without the possessive "'s", `low` is `bare` in lower case; `[start, end)` holds all of it."""

    start: int
    end: int
    bare: str
    low: str
    possessive: bool


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words in `[start, end)`."""
    words = []
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        token = match.group()
        bare = POSSESSIVE.sub("", token)
        plural = (
            token[-1] in "sS"
            and text[match.end() : match.end() + 1] in ("’", "'")
            and text[match.end() + 1 : match.end() + 2] == " "
        )
        words.append(Word(match.start(), match.end(), bare, bare.lower(), bare != token or plural))
    return words
