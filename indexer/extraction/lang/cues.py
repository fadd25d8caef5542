"""The words that report speech, from lang/en/cues.csv, found by any form they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from indexer.extraction.lang.tables import table
from schemas.statement import Act


class Takes(StrEnum):
    """What a cue may have as its content, or beside it."""

    QUOTE = "quote"
    BESIDE = "beside"
    CLAUSE = "clause"
    NOUN = "noun"
    SECOND = "second"
    AS = "as"
    OF = "of"
    TO = "to"
    INFINITIVE = "inf"
    OBJECT = "object"
    GERUND = "ing"
    ADDRESSEE = "addressee"
    NOUN_THAT = "noun-that"


@dataclass(frozen=True, slots=True)
class CueEntry:
    """`words` are the lemma's: the verb or noun, then what makes it this cue ("call", "on")."""

    words: tuple[str, ...]
    act: Act
    takes: frozenset[Takes]

    @property
    def lemma(self) -> str:
        return " ".join(self.words)


@cache
def cues() -> Mapping[str, tuple[CueEntry, ...]]:
    """By each form of the cue's first word, lower case; the longest lemma first."""
    by_form: defaultdict[str, list[CueEntry]] = defaultdict(list)
    for entry, irregular in _entries():
        for form in {*_regular_forms(entry), *irregular}:
            by_form[form].append(entry)
    return {form: tuple(sorted(entries, key=lambda e: -len(e.words))) for form, entries in by_form.items()}


def forms(content: Takes) -> Iterator[tuple[str, ...]]:
    """The words of the cues that take such a content, in each form but the lemma's: ("asks",), ("went", "on")."""
    for entry, irregular in _entries():
        if content in entry.takes:
            regular = {form for form in _regular_forms(entry) if form != entry.words[0]}
            yield from ((form, *entry.words[1:]) for form in regular.union(irregular))


def _entries() -> Iterator[tuple[CueEntry, list[str]]]:
    for row in table("cues"):
        takes = frozenset(map(Takes, row["takes"].split()))
        yield CueEntry(tuple(row["lemma"].split()), Act(row["act"]), takes), row["forms"].split()


def _regular_forms(entry: CueEntry) -> Iterator[str]:
    """English spelling: added, adding, adds; denied, denies; urged, urging; pushes."""
    word = entry.words[0]
    sibilant = word.endswith(("s", "x", "z", "ch", "sh"))
    consonant_y = word.endswith("y") and word[-2] not in "aeiou"
    yield word
    yield word[:-1] + "ies" if consonant_y else word + ("es" if sibilant else "s")
    if Takes.NOUN_THAT in entry.takes:
        return
    if word.endswith("e"):
        yield from (word + "d", word[:-1] + "ing")
    else:
        yield from ((word[:-1] + "ied") if consonant_y else word + "ed", word + "ing")
