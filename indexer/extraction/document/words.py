"""The words of an article with their places, and what each of them is."""

from __future__ import annotations

import re

from indexer.extraction.model.document import Word

RUN = r"[^\W_]+"  # letters and digits without a break: what every pattern of words is made of
RUNS = re.compile(RUN)
TOKEN = re.compile(rf"{RUN}(?:[-’'‘`.&‐‑]{RUN})*")  # "Sa‘ad" is one word too
POSSESSIVES = ("'s", "’s", "'S", "’S")


def runs(text: str) -> list[str]:
    """The letters and digits between any marks: "vice", "president", "s" of "Vice-president's"."""
    return RUNS.findall(text)


def has_word(text: str) -> bool:
    return any(character.isalnum() for character in text)


def count_words(text: str) -> int:
    return len(TOKEN.findall(text))


def words_of(text: str) -> tuple[Word, ...]:
    """In the order of the text."""
    words: list[Word] = []
    add, make = words.append, tuple.__new__  # Word._make would count the values of each of thousands
    for match in TOKEN.finditer(text):
        bare = match[0]
        start, end = match.span()
        possessive = False
        if bare[-1] in "sS":
            if bare.endswith(POSSESSIVES):
                bare, possessive = bare[:-2], True
            else:
                possessive = text.startswith(("’ ", "' "), end)  # "the officers' union"
        add(make(Word, (start, end, bare, bare if bare.islower() else bare.lower(), possessive)))
    return tuple(words)
