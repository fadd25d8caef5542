"""Bodies known by letters: "the Upland Press Agency (UPA)", "the party UPA", "the FG" for the Federal Government."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from indexer.extraction.lang.en.role_patterns import ACRONYM
from indexer.extraction.model.annotation import Acronym, RolePhrase

LONGEST = 40  # characters of such a name
BORDER = re.compile(r"\b")


def find_acronyms(text: str, phrases: Sequence[RolePhrase]) -> Mapping[str, Acronym]:
    """By the letters: what stands before them where a phrase for a body first does, else whose initials they are."""
    found: dict[str, Acronym] = {}
    for phrase in phrases:
        if phrase.is_office:
            continue
        gap = next((gap for gap in (" (", ", ", " ") if text.startswith(gap, phrase.end)), None)
        if gap is not None:
            for letters in _beginning(text, phrase.end + len(gap)):
                found.setdefault(letters, Acronym(phrase, gap == " ("))
    for phrase in phrases:
        for letters in _initials(phrase):
            found.setdefault(letters, Acronym(phrase, True))
    return found


def _initials(phrase: RolePhrase) -> Iterator[str]:
    """ "FG" and "FGN" of "Federal Government of Nigeria"."""
    name = phrase.organisation or ""
    for words in (name.partition(" of ")[0], name):
        letters = "".join(word[0] for word in words.split() if word[0].isupper())
        if len(letters) > 1:
            yield letters


def _beginning(text: str, start: int) -> Iterator[str]:
    """All that such a name may be: "UPA" and "UPA-TV" in "UPA-TV's"."""
    run = ACRONYM.match(text, start, start + LONGEST)
    for end in range(start + 1, run.end() + 1) if run is not None else ():
        if BORDER.match(text, end) and ACRONYM.fullmatch(text, start, end):
            yield text[start:end]
