"""For which states a phrase speaks, if it speaks for any."""

from __future__ import annotations

import itertools
from collections.abc import Set

from indexer.extraction.annotation.places.cities import city
from indexer.extraction.annotation.roles.organisation import company_before, is_of_the_union, is_sent_to
from indexer.extraction.lang.en.place_patterns import IN_A_REGION, REGIONS
from indexer.extraction.lang.en.role_nouns import BODIES, ENVOYS, OF_COMPANIES, OF_NO_STATE, OFFICES, PRIVATE, SEATED
from indexer.extraction.lang.en.role_patterns import ABOUT_IT, JOINED_PLACES
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import Place, TaggedText, ToponymKind

FORMER = word_list("former")
OPPOSED = word_list("opposed")
RULING = word_list("ruling")
LOCAL = word_list("offices-of-a-town")
WORKERS = word_list("words-of-workers")
LEADERS = word_list("leaders-of-parties")
HOSTS = word_list("host-prepositions")


def find_states(tagged: TaggedText, first: int, head: int, last: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Countries and territories before the noun ("the Polish minister"), else those after it ("minister of Poland")."""
    places = tagged.places_in(tagged.words[first].start, _border(tagged, head, last)) or _behind_town(
        tagged, head, last
    )
    if not places and tagged.words[head].low in LOCAL and last > head:
        return _of_town(tagged, head, last), ()
    before = [place for place in places if place.span.start < tagged.words[head].start]
    chosen = _whose(tagged, before) or list(places)
    codes = {code for place in chosen for code in place.codes}
    territories = {name for place in chosen for name in place.territories}
    return tuple(sorted(codes)), tuple(sorted(territories))


def is_former(words: Set[str]) -> bool:
    """Whether the words of a phrase, in lower case, tell of an office that somebody has left."""
    return not FORMER.isdisjoint(words) or any(word.startswith("ex-") for word in words)


def speaks_for_no_state(tagged: TaggedText, first: int, head: int, last: int) -> bool:
    """Whether it is a former office, a private person, or one of an organisation that is no state's."""
    words = tagged.words
    low = {word.low for word in words[first : last + 1]}
    if low & OPPOSED or is_former(low):
        return True
    if words[head].low in PRIVATE:
        return not ("chief" in low and "executive" in low and tagged.places_in(words[first].start, words[last].end))
    organisations = [
        each
        for each in tagged.organisations_in(words[first].start, _border(tagged, head, last))
        if ABOUT_IT.match(tagged.text, each.end) is None
    ]
    if organisations and not is_sent_to(organisations[0].start, tagged, first, head):
        return True
    if low & OF_NO_STATE and not low & RULING and not is_of_the_union(tagged, first, head):
        return True
    if _is_of_a_party(tagged, first, head) or (words[head].low == "congress" and low & WORKERS):
        return True
    return words[head].low in OF_COMPANIES and company_before(tagged, first, head) is not None


def _is_of_a_party(tagged: TaggedText, first: int, head: int) -> bool:
    """ "PTI President", "BNP Secretary General", "Congress leader": of initials that are nobody's known, or of that
    party.
    """
    words = tagged.words
    if words[head].low not in LEADERS or tagged.places_in(words[first].start, words[head].end):
        return False
    before = words[first:head]
    return any(len(word.bare) > 1 and word.bare.isupper() and word.bare.isalpha() for word in before) or any(
        word.bare == "Congress" for word in before
    )


def _behind_town(tagged: TaggedText, head: int, last: int) -> tuple[Place, ...]:
    """ "Ukraine" behind "the governor of Kharkiv, Ukraine,"."""
    end = tagged.words[last].end
    if last == head or not tagged.text.startswith(", ", end) or not tagged.words[last].bare[0].isupper():
        return ()
    place = tagged.place_at(end + len(", "))
    is_alone = place is not None and tagged.text[place.span.end : place.span.end + 1] in (",", ".", ";", ")", "")
    return (place,) if place is not None and is_alone and place.kind is ToponymKind.NAME else ()


def _of_town(tagged: TaggedText, head: int, last: int) -> tuple[str, ...]:
    """ "The mayor of Lyon" where the text names France too, "the mayor of Paris, Texas": of the town's country."""
    region = IN_A_REGION.match(tagged.text, tagged.words[last].end)
    if region is not None:
        return (REGIONS[region["region"]],)
    code = city(tagged.text[tagged.words[head + 1].end + 1 : tagged.words[last].end])
    return (code,) if code and any(code in place.codes for place in tagged.places) else ()


def _whose(tagged: TaggedText, places: list[Place]) -> list[Place]:
    """The first, and those joined to it: "Warsaw's Russia Office" is Poland's, "the US-Polish commission" both's."""
    chosen = places[:1]
    for left, right in itertools.pairwise(places):
        if not JOINED_PLACES.fullmatch(tagged.text[left.span.end : right.span.start]):
            break
        chosen.append(right)
    return chosen


def _border(tagged: TaggedText, head: int, last: int) -> int:
    """Where the words end that tell whom it speaks for: "ambassador of A" before "to B"."""
    words = tagged.words
    for index in range(head + 1, last + 1):
        low = words[index].low
        body_follows = any(words[i].low in BODIES for i in range(index, last + 1))
        if low == "in" and words[head].low in SEATED:
            continue
        if low == "to" and words[head].low not in ENVOYS and _an_office_follows(tagged, index, last):
            continue  # "adviser to the Polish president"
        if low in HOSTS and (low == "to" or words[head].low in ENVOYS or not body_follows):
            return words[index].start
    return words[last].end


def _an_office_follows(tagged: TaggedText, index: int, last: int) -> bool:
    return any(word.low in OFFICES for word in tagged.words[index : last + 2])
