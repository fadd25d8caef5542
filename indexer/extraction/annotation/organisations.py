"""Organisations of several states, and others that speak for no country: their names, short forms and nicknames."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from indexer.extraction.lang.tables import table


@dataclass(frozen=True, slots=True)
class Known:
    """`kinds` are the words an article may call it by later: "the alliance"."""

    name: str
    forms: tuple[str, ...]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class NamedOrganisation:
    start: int
    end: int
    known: Known


NAMED = re.compile(r"(?!The )\b[A-Z][\w’'-]+ \Z")  # a longer name goes on with what follows
REACH = 60  # characters before a name in which the word before it stands


@cache
def _known() -> tuple[dict[str, list[tuple[str, Known]]], re.Pattern[str]]:
    by_first: dict[str, list[tuple[str, Known]]] = {}
    for row in table("organisations"):
        forms = (row["name"], *(form for form in row["short"].split(";") if form))
        known = Known(row["name"], forms, frozenset(kind for kind in row["kind"].split(";") if kind))
        for form in forms:
            by_first.setdefault(re.split(r"[ ’'-]", form)[0], []).append((form, known))
    for forms_of_first in by_first.values():
        forms_of_first.sort(key=lambda entry: -len(entry[0]))
    return by_first, re.compile(r"(?<![\w-])[A-Z][\w.+]*")


def find_organisations(text: str) -> list[NamedOrganisation]:
    """All of them in the order of the text; the longest form wins."""
    by_first, first_word = _known()
    found: list[NamedOrganisation] = []
    position = 0
    for match in first_word.finditer(text):
        if match.start() < position:
            continue
        for form, known in by_first.get(match.group()) or by_first.get(match.group().rstrip(".")) or ():
            end = match.start() + len(form)
            if text.startswith(form, match.start()) and not text[end : end + 1].isalnum():
                if form.lower() in known.kinds and NAMED.search(text, max(0, match.start() - REACH), match.start()):
                    continue  # "the High Commission"
                found.append(NamedOrganisation(match.start(), end, known))
                position = end
                break
    return found
