"""What the phrase for an office or a body tells: the role, the organisation, and for which states it speaks."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from indexer.extraction.annotation.annotations import Annotations
from indexer.extraction.annotation.gazetteer import How
from indexer.extraction.annotation.places import Place
from indexer.extraction.document.words import Word
from indexer.extraction.lang.en.role_nouns import (
    ABBREVIATIONS,
    BODIES,
    CLERGY,
    ENVOYS,
    NO_ROLES,
    OF_COMPANIES,
    OF_NO_STATE,
    OF_THE_STATE,
    OFFICES,
    PLURALS,
    PRIVATE,
    SEATED,
)
from indexer.extraction.lang.word_lists import listed, word_list

DETERMINERS = word_list("determiners")
FORMER = word_list("former")
OPPOSED = word_list("opposed")
STATE_WORDS = word_list("words-of-state")

POSSESSIVE_PRONOUNS = listed("its his her their my our your")
INDEFINITE = listed("a an another one some several many two three")
HOSTS = frozenset(("to", "in", "at", "near", "from"))  # the country after these is not the one spoken for
JOINED = re.compile(r"-|–| and |, |/")
EPITHETS = listed("senior top new unnamed then outgoing incoming visiting newly")


@dataclass(frozen=True, slots=True)
class Phrase:
    """`[start, end)` holds it all, `body` begins after the article; `head` is the noun, in lower case.

    `role` is None for a body. `organisation` is what the phrase names beside the office, or the body itself.
    `owner` is a possessive that is no place ("its", "the ministry's"). `nobody` is True if it speaks for no state.
    """

    start: int
    end: int
    body: int
    head: str
    determiner: str
    role: str | None
    organisation: str | None
    owner: str
    codes: tuple[str, ...]
    territories: tuple[str, ...]
    nobody: bool
    words: frozenset[str] = field(repr=False)

    @property
    def is_office(self) -> bool:
        return self.head in OFFICES or self.head in PRIVATE or self.head in ABBREVIATIONS

    @property
    def is_official(self) -> bool:
        """Of a state, unless something says otherwise."""
        return self.is_office and self.head not in PRIVATE and self.head not in CLERGY and not self.nobody

    @property
    def definite(self) -> bool:
        return self.determiner not in INDEFINITE

    @property
    def plural(self) -> bool:
        return self.head in PLURALS or (self.head[-1] == "s" and self.head[:-1] in PRIVATE)


def meaning(annotations: Annotations, first: int, head: int, last: int) -> Phrase:
    """The phrase of the words from `first` to `last` with its noun at `head`."""
    text, words = annotations.text, annotations.words
    determiner = words[first].low if words[first].low in DETERMINERS else ""
    begin = first + 1 if determiner and first < head else first
    owned = next((index for index in range(head - 1, first - 1, -1) if words[index].possessive), None)
    owner = determiner if determiner in POSSESSIVE_PRONOUNS else ""
    if owned is not None and annotations.place_at(words[owned].start) is None:
        owner = text[words[begin].start : _end(words[owned])]
    nobody = _speaks_for_no_state(annotations, first, head, last)
    codes, territories = ((), ()) if nobody else _speaks_for(annotations, first, head, last)
    return Phrase(
        start=words[first].start,
        end=_end(words[last]),
        body=words[begin].start,
        head=words[head].low,
        determiner=determiner,
        role=_role(annotations, begin if owned is None else owned + 1, head, last),
        organisation=_organisation(annotations, begin, head, last),
        owner=owner,
        codes=codes,
        territories=territories,
        nobody=nobody,
        words=frozenset(word.low for word in words[begin : last + 1]),
    )


def _end(word: Word) -> int:
    return word.start + len(word.bare)


def _is_office(word: Word) -> bool:
    return word.low in OFFICES or word.low in PRIVATE or word.low in ABBREVIATIONS


def _border(annotations: Annotations, head: int, last: int) -> int:
    """Where the words end that tell whom it speaks for: "ambassador of A" before "to B"."""
    words = annotations.words
    for index in range(head + 1, last + 1):
        low = words[index].low
        body_follows = any(words[i].low in BODIES for i in range(index, last + 1))
        if low == "in" and words[head].low in SEATED:
            continue
        if low in HOSTS and (low == "to" or words[head].low in ENVOYS or not body_follows):
            return words[index].start
    return words[last].end


def _speaks_for(annotations: Annotations, first: int, head: int, last: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Countries and territories before the noun ("the Polish minister"), else those after it ("minister of Poland")."""
    places = annotations.places_in(annotations.words[first].start, _border(annotations, head, last))
    before = [place for place in places if place.span.start < annotations.words[head].start]
    chosen = _whose(annotations, before) or list(places)
    codes = {code for place in chosen for code in place.codes}
    territories = {name for place in chosen for name in place.territories}
    return tuple(sorted(codes)), tuple(sorted(territories))


def _whose(annotations: Annotations, places: list[Place]) -> list[Place]:
    """The first, and those joined to it: "Warsaw's Russia Office" is Poland's, "the US-Polish commission" both's."""
    chosen = places[:1]
    for left, right in itertools.pairwise(places):
        if not JOINED.fullmatch(annotations.text[left.span.end : right.span.start]):
            break
        chosen.append(right)
    return chosen


def _speaks_for_no_state(annotations: Annotations, first: int, head: int, last: int) -> bool:
    words = annotations.words
    inside = words[first : last + 1]
    low = {word.low for word in inside}
    if low & FORMER or low & OPPOSED or any(word.low.startswith("ex-") for word in inside):
        return True
    if words[head].low in PRIVATE:
        return not (
            "chief" in low and "executive" in low and annotations.places_in(words[first].start, words[last].end)
        )
    if annotations.organisations_in(words[first].start, _border(annotations, head, last)):
        return True
    if low & OF_NO_STATE and not low & {"ruling", "central", "state", "state-owned"}:
        return True
    return words[head].low in OF_COMPANIES and _company(annotations, first, head) is not None


def _company(annotations: Annotations, first: int, head: int) -> tuple[int, int] | None:
    """ "Shell" in "Shell spokeswoman": a name that is neither a place nor an office of state."""
    words = annotations.words
    begin = first + 1 if words[first].low in DETERMINERS else first
    named = [
        index
        for index in range(begin, head)
        if words[index].bare[0].isupper()
        and not words[index].possessive
        and words[index].low not in STATE_WORDS
        and annotations.place_at(words[index].start) is None
    ]
    if not named or any(words[index].low in BODIES for index in range(begin, head)):
        return None
    if any(words[index].low not in STATE_WORDS for index in range(named[-1] + 1, head)):
        return None  # "Silva campaign chairman"
    first_named = named[0]
    if (
        first_named > begin
        and annotations.place_at(words[first_named - 1].start)
        and not words[first_named - 1].possessive
    ):
        first_named -= 1  # "Georgian Dream"
    return first_named, named[-1]


def _organisation(annotations: Annotations, begin: int, head: int, last: int) -> str | None:
    text, words = annotations.text, annotations.words
    if not _is_office(words[head]):
        return text[words[begin].start : _end(words[last])]
    return _organisation_after(annotations, head, last) or _organisation_before(annotations, begin, head)


def _organisation_after(annotations: Annotations, head: int, last: int) -> str | None:
    """ "Head of the Serbian delegation", "a secretary in the water ministry"."""
    words = annotations.words
    turns = [i for i in range(head + 1, last + 1) if words[i].low in ("of", "for", "in", "at")]
    turn = next((i for i in turns if words[i].low == "at"), turns[0] if turns else None)
    if turn is None or turn == last:
        return None
    begin = turn + 1
    if words[begin].low in DETERMINERS and begin < last:
        begin += 1
    end = next((i - 1 for i in range(begin, last + 1) if words[i].low == "to"), last)
    named = annotations.organisations_in(words[begin].start, words[end].end)
    if named or any(words[i].low in BODIES for i in range(begin, end + 1)):
        return annotations.text[words[begin].start : _end(words[end])]
    return None


def _organisation_before(annotations: Annotations, begin: int, head: int) -> str | None:
    """ "EU envoy", "Polish foreign ministry spokesman", "Pentagon spokesman"."""
    text, words = annotations.text, annotations.words
    for organisation in annotations.organisations_in(words[begin].start, words[head].start):
        return text[organisation.start : organisation.end]
    for index in range(head - 1, begin - 1, -1):
        if words[index].low in BODIES and words[index].low not in OF_THE_STATE:
            return text[words[begin].start : _end(words[index])]
    for place in annotations.places_in(words[begin].start, words[head].start):
        if place.how is How.SEAT:
            return place.span.of(text)
    company = _company(annotations, begin, head) if words[head].low in OF_COMPANIES else None
    return text[words[company[0]].start : _end(words[company[1]])] if company else None


def _role(annotations: Annotations, begin: int, head: int, last: int) -> str | None:
    """The office without whose it is: "deputy foreign minister", "secretary of state for global affairs"."""
    words = annotations.words
    if not _is_office(words[head]) or words[head].low in NO_ROLES:
        return None
    while begin < head and (
        words[begin].low in DETERMINERS or words[begin].low in EPITHETS or annotations.place_at(words[begin].start)
    ):
        begin += 1
    return annotations.text[words[begin].start : _end(words[_end_of_role(annotations, head, last)])]


def _end_of_role(annotations: Annotations, head: int, last: int) -> int:
    """With "of fisheries", "for maritime security", but without "of Poland", "of the border service", "to China"."""
    words = annotations.words
    if head + 1 >= last or words[head + 1].low not in ("of", "for"):
        return head
    end = next((i - 1 for i in range(head + 2, last + 1) if words[i].low in ("to", "in", "at")), last)
    rest = range(head + 2, end + 1)
    start, stop = words[head + 2].start, words[end].end
    if (
        annotations.places_in(start, stop)
        or annotations.organisations_in(start, stop)
        or any(words[i].low in BODIES for i in rest)
    ):
        return head
    return end
