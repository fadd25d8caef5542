"""Bodies known by letters: "the Upland Press Agency (UPA)", "the party UPA", found by a look-up for each mention."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from indexer.extraction.annotation.role_meaning import Phrase

LONGEST = 40  # characters of such a name
SHAPE = r"[A-Z][A-Za-z]?[A-Z][A-Z0-9-]*"
LETTERS = re.compile(rf"(?:[Tt]he )?(?P<letters>{SHAPE})")  # "PCG", "KCNA", "DjPN"
RUN = re.compile(SHAPE)
BORDER = re.compile(r"\b")


@dataclass(frozen=True, slots=True)
class Lettered:
    """`told` is what the phrase before the letters is; `in_brackets` that the letters stand for its very words."""

    told: Phrase
    in_brackets: bool


def lettered(text: str, phrases: Sequence[Phrase]) -> Mapping[str, Lettered]:
    """By the letters: what stands before them where a phrase for a body first does."""
    found: dict[str, Lettered] = {}
    for phrase in phrases:
        if phrase.is_office:
            continue
        gap = next((gap for gap in (" (", ", ", " ") if text.startswith(gap, phrase.end)), None)
        if gap is not None:
            for letters in _beginning(text, phrase.end + len(gap)):
                found.setdefault(letters, Lettered(phrase, gap == " ("))
    return found


def _beginning(text: str, start: int) -> Iterator[str]:
    """All that such a name may be: "UPA" and "UPA-TV" in "UPA-TV's"."""
    run = RUN.match(text, start, start + LONGEST)
    for end in range(start + 1, run.end() + 1) if run is not None else ():
        if BORDER.match(text, end) and RUN.fullmatch(text, start, end):
            yield text[start:end]
