"""The organisation that a phrase names: the body itself, or the one that an office is of."""

from __future__ import annotations

from indexer.extraction.annotation.roles.heads import end_of, is_for_somebody
from indexer.extraction.lang.en.determiners import DETERMINERS
from indexer.extraction.lang.en.role_nouns import BODIES, ENVOYS, OF_COMPANIES, OF_THE_STATE
from indexer.extraction.lang.en.role_patterns import ABOUT_IT
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import TaggedText, ToponymKind

WORDS_OF_STATE = word_list("words-of-state")
OF_THE_UNION = word_list("offices-of-the-union")
BEFORE_AN_ORGANISATION = word_list("before-an-organisation")


def find_organisation(tagged: TaggedText, begin: int, head: int, last: int) -> str | None:
    """`begin` is the first word of the phrase after its article, `head` its noun, `last` its last word."""
    text, words = tagged.text, tagged.words
    if not is_for_somebody(words[head]):
        return text[words[begin].start : end_of(words[last])]
    return _organisation_after(tagged, head, last) or _organisation_before(tagged, begin, head)


def _organisation_after(tagged: TaggedText, head: int, last: int) -> str | None:
    """ "Head of the Serbian delegation", "a secretary in the water ministry"."""
    words = tagged.words
    floor = head + 3 if tagged.following(head + 1) == "state" else head + 1  # "Minister of State for the Home Office"
    before = [i for i in range(floor, last + 1) if words[i].low in BEFORE_AN_ORGANISATION]
    preposition = next((i for i in before if words[i].low == "at"), before[0] if before else None)
    if preposition is None or preposition == last:
        return None
    begin = preposition + 1
    if words[begin].low in DETERMINERS and begin < last:
        begin += 1
    end = next((i - 1 for i in range(begin, last + 1) if words[i].low == "to"), last)
    named = tagged.organisations_in(words[begin].start, words[end].end)
    if any(ABOUT_IT.match(tagged.text, each.end) is None for each in named) or any(
        words[i].low in BODIES for i in range(begin, end + 1)
    ):
        return tagged.text[words[begin].start : end_of(words[end])]
    return None


def _organisation_before(tagged: TaggedText, begin: int, head: int) -> str | None:
    """ "EU envoy", "Polish foreign ministry spokesman", "Pentagon spokesman"."""
    text, words = tagged.text, tagged.words
    for named in tagged.organisations_in(words[begin].start, words[head].start):
        if ABOUT_IT.match(text, named.end) is not None:
            continue
        return None if is_sent_to(named.start, tagged, begin, head) else text[named.start : named.end]
    if is_of_the_union(tagged, begin, head):
        begin += 1
    for index in range(head - 1, begin - 1, -1):
        if words[index].low in BODIES and words[index].low not in OF_THE_STATE:
            end = head - 1 if words[index + 1].low == "of" else index  # "Department of State"
            return text[words[begin].start : end_of(words[end])]
    for place in tagged.places_in(words[begin].start, words[head].start):
        if place.kind is ToponymKind.SEAT:
            return place.span.of(text)
    company = company_before(tagged, begin, head) if words[head].low in OF_COMPANIES else None
    return text[words[company[0]].start : end_of(words[company[1]])] if company else None


def is_of_the_union(tagged: TaggedText, first: int, head: int) -> bool:
    """ "Union Home Minister": of the federal government of India."""
    begin = first + (tagged.words[first].low in DETERMINERS)
    return begin < head and tagged.words[begin].bare == "Union" and tagged.words[head].low in OF_THE_UNION


def is_sent_to(organisation: int, tagged: TaggedText, first: int, head: int) -> bool:
    """ "Russia's UN envoy" is sent to the organisation that begins there, and the "UN envoy for Russia" by it."""
    if tagged.words[head].low not in ENVOYS or organisation > tagged.words[head].start:
        return False
    return any(place.codes for place in tagged.places_in(tagged.words[first].start, organisation))


def company_before(tagged: TaggedText, first: int, head: int) -> tuple[int, int] | None:
    """ "Shell" in "Shell spokeswoman": a name that is neither a place nor an office of state."""
    words = tagged.words
    begin = first + 1 if words[first].low in DETERMINERS else first
    named = [
        index
        for index in range(begin, head)
        if words[index].bare[0].isupper()
        and not words[index].possessive
        and words[index].low not in WORDS_OF_STATE
        and tagged.place_at(words[index].start) is None
    ]
    if not named or any(words[index].low in BODIES for index in range(begin, head)):
        return None
    if any(words[index].low not in WORDS_OF_STATE for index in range(named[-1] + 1, head)):
        return None  # "Silva campaign chairman"
    first_named = named[0]
    if first_named > begin and tagged.place_at(words[first_named - 1].start) and not words[first_named - 1].possessive:
        first_named -= 1  # "Georgian Dream"
    return first_named, named[-1]
