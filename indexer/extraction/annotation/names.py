"""Names of people: runs of capitalised words that are neither places nor organisations, gathered by person."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from indexer.extraction.annotation.annotations import Annotations
from indexer.extraction.annotation.disambiguation import OPENERS
from indexer.extraction.annotation.gazetteer import fold
from indexer.extraction.annotation.role_meaning import Phrase
from indexer.extraction.lang.en.role_nouns import BODIES, OFFICES, PRIVATE
from indexer.extraction.lang.word_lists import word_list
from schemas.statement import Span

HONORIFICS = word_list("honorifics")
PARTICLES = word_list("name-particles")
NO_NAME = word_list("in-no-name")
STOP = word_list("ends-a-phrase")
MONTHS_TOO = frozenset(("May", "April", "June", "August"))
HEADLINE = 300  # characters in which a mention may be followed by a capitalised verb
LONGEST = 6  # words of a name
DIGIT = re.compile(r"\d")
# Ratios of rapidfuzz: "mehdiyev" and "mekhtiyev" 82, "haciyev" and "hajiyev" 86, "ivanov" and "petrov" 50; "sergei" and
# "serhii" 67, "maria" and "anna" 22.
SAME_SURNAME = 80
SAME_FIRST_NAME = 55  # "Serhii" and "Sergei" 67, "Marcus" and "Anil" 20


@dataclass(frozen=True, slots=True)
class Name:
    """One naming in the text. `parts` are its words folded; `honorific` is "mr", "ms" and the like, or "".

    `with_honorific` is where the name begins with it.
    """

    start: int
    end: int
    parts: tuple[str, ...]
    honorific: str
    with_honorific: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def find_names(annotations: Annotations, phrases: Sequence[Phrase], mentions: Sequence[Span] = ()) -> list[Name]:
    """Every run of words that may be a name, of one word or more, outside of `phrases`.

    A run goes no further than a speaker's mention in it: "Ana Silva Warns Of Floods" in a headline. One that is longer
    than names are is a headline too.
    """
    ends = {mention.start: mention.end for mention in mentions}
    starts = [phrase.start for phrase in phrases]
    names: list[Name] = []
    index = 0
    while index < len(annotations.words):
        last = index - 1 if annotations.words[index].bare.islower() else _run(annotations, index, phrases, starts)
        if last < index:
            index += 1
            continue
        first = index
        end = ends.get(annotations.words[first].start)
        if end is not None and end == annotations.words[first].end and annotations.words[first].start > HEADLINE:
            end = None  # a mention of one word, cut short by who found it
        while end is not None and last > first and annotations.words[last].start >= end:
            last -= 1
        if last - first >= LONGEST:
            index = last + 1
            continue
        honorific = ""
        while first < last and annotations.words[first].low.rstrip(".") in HONORIFICS:
            honorific = annotations.words[first].low.rstrip(".")
            first += 1
        words = annotations.words[first : last + 1]
        parts = tuple(fold(word.low) for word in words)
        names.append(
            Name(
                words[0].start, words[-1].start + len(words[-1].bare), parts, honorific, annotations.words[index].start
            )
        )
        index = last + 1
    return names


def _run(annotations: Annotations, first: int, phrases: Sequence[Phrase], starts: list[int]) -> int:
    """The last word of the name that begins at `first`; `first - 1` if none does."""
    last = first - 1
    index = first
    while index < len(annotations.words):
        if index > first and not _adjoins(annotations, index - 1):
            break
        word = annotations.words[index]
        if index > first and word.low in PARTICLES and not word.bare[0].isupper():
            index += 1
            continue
        if not _may_be_a_name(annotations, index, index == first) or _inside(word.start, phrases, starts):
            break
        last = index
        index += 1
        if word.possessive:
            break
    return last


def _adjoins(annotations: Annotations, left: int) -> bool:
    between = annotations.text[annotations.words[left].end : annotations.words[left + 1].start]
    word = annotations.words[left]
    return between == " " or (between == ". " and (len(word.bare) == 1 or word.low in HONORIFICS))


def _inside(position: int, phrases: Sequence[Phrase], starts: list[int]) -> bool:
    index = bisect_right(starts, position) - 1
    return index >= 0 and position < phrases[index].end


def _may_be_a_name(annotations: Annotations, index: int, is_first: bool) -> bool:
    word = annotations.words[index]
    if not is_first and word.bare in MONTHS_TOO and not _a_number_follows(annotations, index):
        return True  # a surname
    if not is_first and (word.bare in OPENERS or word.low in STOP):
        return False  # "Silva Says Her Plan …"
    if (
        not word.bare[0].isupper()
        or word.bare in NO_NAME
        or not (word.bare.isalpha() or DIGIT.search(word.bare) is None)
    ):
        return word.low.startswith(("al-", "el-", "bin-")) and not is_first
    if is_first and (word.bare in OPENERS or word.low in OFFICES or word.low in BODIES or word.low in PRIVATE):
        return False
    if len(word.bare) > 1 and word.bare.isupper() and "." not in word.bare:
        return False
    if annotations.place_at(word.start) is not None or (word.possessive and word.low in BODIES):
        return False
    return annotations.organisation_at(word.start) is None


def _a_number_follows(annotations: Annotations, index: int) -> bool:
    return index + 1 < len(annotations.words) and annotations.words[index + 1].bare.isdigit()


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of two words or more are spellings of one: never on a shared surname alone."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < len(longer) and set(shorter) <= set(longer):
        return True
    if one[-1] != other[-1] and ratio(one[-1], other[-1]) < SAME_SURNAME:
        return False
    first, second = one[0], other[0]
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return ratio(first, second) >= SAME_FIRST_NAME
