"""What the phrase for an office or a body tells: the role, the organisation, and for which states it speaks."""

from __future__ import annotations

import itertools
import re

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
from indexer.extraction.model.annotation import Place, RolePhrase, TaggedText, ToponymKind
from indexer.extraction.model.document import Word

DETERMINERS = word_list("determiners")
FORMER = word_list("former")
OPPOSED = word_list("opposed")
STATE_WORDS = word_list("words-of-state")

POSSESSIVE_PRONOUNS = listed("its his her their my our your")
INDEFINITE = listed("a an another one some several many two three")
HOSTS = frozenset(("to", "in", "at", "near", "from"))  # the country after these is not the one spoken for
JOINED = re.compile(r"-|–| and |, |/")
EPITHETS = listed("senior top new unnamed then outgoing incoming visiting newly")


def meaning(tagged: TaggedText, first: int, head: int, last: int) -> RolePhrase:
    """The phrase of the words from `first` to `last` with its noun at `head`."""
    text, words = tagged.text, tagged.words
    noun, is_office = words[head].low, _is_office(words[head])
    determiner = words[first].low if words[first].low in DETERMINERS else ""
    begin = first + 1 if determiner and first < head else first
    owned = next((index for index in range(head - 1, first - 1, -1) if words[index].possessive), None)
    owner = determiner if determiner in POSSESSIVE_PRONOUNS else ""
    if owned is not None and tagged.place_at(words[owned].start) is None:
        owner = text[words[begin].start : _end(words[owned])]
    nobody = _speaks_for_no_state(tagged, first, head, last)
    codes, territories = ((), ()) if nobody else _speaks_for(tagged, first, head, last)
    return RolePhrase(
        start=words[first].start,
        end=_end(words[last]),
        body=words[begin].start,
        head=noun,
        determiner=determiner,
        role=_role(tagged, begin if owned is None else owned + 1, head, last),
        organisation=_organisation(tagged, begin, head, last),
        owner=owner,
        codes=codes,
        territories=territories,
        nobody=nobody,
        is_office=is_office,
        is_official=is_office and noun not in PRIVATE and noun not in CLERGY and not nobody,
        definite=determiner not in INDEFINITE,
        plural=noun in PLURALS or (noun[-1] == "s" and noun[:-1] in PRIVATE),
        words=frozenset(word.low for word in words[begin : last + 1]),
    )


def _end(word: Word) -> int:
    return word.start + len(word.bare)


def _is_office(word: Word) -> bool:
    return word.low in OFFICES or word.low in PRIVATE or word.low in ABBREVIATIONS


def _border(tagged: TaggedText, head: int, last: int) -> int:
    """Where the words end that tell whom it speaks for: "ambassador of A" before "to B"."""
    words = tagged.words
    for index in range(head + 1, last + 1):
        low = words[index].low
        body_follows = any(words[i].low in BODIES for i in range(index, last + 1))
        if low == "in" and words[head].low in SEATED:
            continue
        if low in HOSTS and (low == "to" or words[head].low in ENVOYS or not body_follows):
            return words[index].start
    return words[last].end


def _speaks_for(tagged: TaggedText, first: int, head: int, last: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Countries and territories before the noun ("the Polish minister"), else those after it ("minister of Poland")."""
    places = tagged.places_in(tagged.words[first].start, _border(tagged, head, last))
    before = [place for place in places if place.span.start < tagged.words[head].start]
    chosen = _whose(tagged, before) or list(places)
    codes = {code for place in chosen for code in place.codes}
    territories = {name for place in chosen for name in place.territories}
    return tuple(sorted(codes)), tuple(sorted(territories))


def _whose(tagged: TaggedText, places: list[Place]) -> list[Place]:
    """The first, and those joined to it: "Warsaw's Russia Office" is Poland's, "the US-Polish commission" both's."""
    chosen = places[:1]
    for left, right in itertools.pairwise(places):
        if not JOINED.fullmatch(tagged.text[left.span.end : right.span.start]):
            break
        chosen.append(right)
    return chosen


def _speaks_for_no_state(tagged: TaggedText, first: int, head: int, last: int) -> bool:
    words = tagged.words
    inside = words[first : last + 1]
    low = {word.low for word in inside}
    if low & FORMER or low & OPPOSED or any(word.low.startswith("ex-") for word in inside):
        return True
    if words[head].low in PRIVATE:
        return not ("chief" in low and "executive" in low and tagged.places_in(words[first].start, words[last].end))
    if tagged.organisations_in(words[first].start, _border(tagged, head, last)):
        return True
    if low & OF_NO_STATE and not low & {"ruling", "central", "state", "state-owned"}:
        return True
    return words[head].low in OF_COMPANIES and _company(tagged, first, head) is not None


def _company(tagged: TaggedText, first: int, head: int) -> tuple[int, int] | None:
    """ "Shell" in "Shell spokeswoman": a name that is neither a place nor an office of state."""
    words = tagged.words
    begin = first + 1 if words[first].low in DETERMINERS else first
    named = [
        index
        for index in range(begin, head)
        if words[index].bare[0].isupper()
        and not words[index].possessive
        and words[index].low not in STATE_WORDS
        and tagged.place_at(words[index].start) is None
    ]
    if not named or any(words[index].low in BODIES for index in range(begin, head)):
        return None
    if any(words[index].low not in STATE_WORDS for index in range(named[-1] + 1, head)):
        return None  # "Silva campaign chairman"
    first_named = named[0]
    if first_named > begin and tagged.place_at(words[first_named - 1].start) and not words[first_named - 1].possessive:
        first_named -= 1  # "Georgian Dream"
    return first_named, named[-1]


def _organisation(tagged: TaggedText, begin: int, head: int, last: int) -> str | None:
    text, words = tagged.text, tagged.words
    if not _is_office(words[head]):
        return text[words[begin].start : _end(words[last])]
    return _organisation_after(tagged, head, last) or _organisation_before(tagged, begin, head)


def _organisation_after(tagged: TaggedText, head: int, last: int) -> str | None:
    """ "Head of the Serbian delegation", "a secretary in the water ministry"."""
    words = tagged.words
    turns = [i for i in range(head + 1, last + 1) if words[i].low in ("of", "for", "in", "at")]
    turn = next((i for i in turns if words[i].low == "at"), turns[0] if turns else None)
    if turn is None or turn == last:
        return None
    begin = turn + 1
    if words[begin].low in DETERMINERS and begin < last:
        begin += 1
    end = next((i - 1 for i in range(begin, last + 1) if words[i].low == "to"), last)
    named = tagged.organisations_in(words[begin].start, words[end].end)
    if named or any(words[i].low in BODIES for i in range(begin, end + 1)):
        return tagged.text[words[begin].start : _end(words[end])]
    return None


def _organisation_before(tagged: TaggedText, begin: int, head: int) -> str | None:
    """ "EU envoy", "Polish foreign ministry spokesman", "Pentagon spokesman"."""
    text, words = tagged.text, tagged.words
    for organisation in tagged.organisations_in(words[begin].start, words[head].start):
        return text[organisation.start : organisation.end]
    for index in range(head - 1, begin - 1, -1):
        if words[index].low in BODIES and words[index].low not in OF_THE_STATE:
            return text[words[begin].start : _end(words[index])]
    for place in tagged.places_in(words[begin].start, words[head].start):
        if place.kind is ToponymKind.SEAT:
            return place.span.of(text)
    company = _company(tagged, begin, head) if words[head].low in OF_COMPANIES else None
    return text[words[company[0]].start : _end(words[company[1]])] if company else None


def _role(tagged: TaggedText, begin: int, head: int, last: int) -> str | None:
    """The office without whose it is: "deputy foreign minister", "secretary of state for global affairs"."""
    words = tagged.words
    if not _is_office(words[head]) or words[head].low in NO_ROLES:
        return None
    while begin < head and (
        words[begin].low in DETERMINERS or words[begin].low in EPITHETS or tagged.place_at(words[begin].start)
    ):
        begin += 1
    return tagged.text[words[begin].start : _end(words[_end_of_role(tagged, head, last)])]


def _end_of_role(tagged: TaggedText, head: int, last: int) -> int:
    """With "of fisheries", "for maritime security", but without "of Poland", "of the border service", "to China"."""
    words = tagged.words
    if head + 1 >= last or words[head + 1].low not in ("of", "for"):
        return head
    end = next((i - 1 for i in range(head + 2, last + 1) if words[i].low in ("to", "in", "at")), last)
    rest = range(head + 2, end + 1)
    start, stop = words[head + 2].start, words[end].end
    if (
        tagged.places_in(start, stop)
        or tagged.organisations_in(start, stop)
        or any(words[i].low in BODIES for i in rest)
    ):
        return head
    return end
