"""Names of people: runs of capitalised words that are neither places nor organisations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from indexer.extraction.annotation.places.gazetteer import fold
from indexer.extraction.document.layout import ADDRESS, HEADLINE
from indexer.extraction.lang.en.name_patterns import IN_NO_NAME, MONTHS_THAT_ARE_NAMES, NICKNAME, OPENERS, SUFFIX
from indexer.extraction.lang.en.place_patterns import IN_A_REGION
from indexer.extraction.lang.en.role_nouns import BODIES, OFFICES, PRIVATE
from indexer.extraction.lang.patterns import any_of
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import PersonName, RolePhrase, TaggedText
from schemas.statement import Span

HONORIFICS = word_list("honorifics")
PARTICLES = word_list("name-particles")
PREFIXED_PARTICLES = word_list("prefixed-particles")
ENDS_A_PHRASE = word_list("ends-a-phrase")
SUFFIXES = word_list("name-suffixes")
LONGEST = 6  # words of a name
DIGIT = re.compile(r"\d")
# "Ana Silva/Reuters" took a picture, and "Los Angeles Times" is nobody.
CREDIT_OR_PAPER = re.compile(rf" ?/ ?[A-Z]| {any_of(word_list('media-nouns'))}\b")


def find_names(
    tagged: TaggedText, phrases: Sequence[RolePhrase], mentions: Sequence[Span] = ()
) -> tuple[PersonName, ...]:
    """Every run of words that may be a name, of one word or more, outside of `phrases`.

    A run goes no further than a speaker's mention in it: "Ana Silva Warns Of Floods" in a headline. One that is longer
    than names are is a headline too. Nicknames in quotation marks and "Jr." are a part of a name.
    """
    ends = {mention.start: mention.end for mention in mentions}
    starts = [phrase.start for phrase in phrases]
    names: list[PersonName] = []
    index = 0
    while index < len(tagged.words):
        if tagged.words[index].bare.islower():
            index += 1
            continue
        region = IN_A_REGION.match(tagged.text, tagged.words[index].start - len(", "))
        if region is not None:
            index = bisect_left(tagged.word_starts, region.end())  # "Pennsylvania" in "Lebanon, Pennsylvania"
            continue
        last = _last_of_run(tagged, index, phrases, starts)
        if last < index:
            index += 1
            continue
        last = _last_of_mention(tagged, index, last, ends)
        if last - index < LONGEST:
            name = _name(tagged, index, last)
            if CREDIT_OR_PAPER.match(tagged.text, name.end) is None:
                names.append(name)
            last = max(last, bisect_left(tagged.word_starts, name.end) - 1)
        index = last + 1
    return tuple(names)


def _last_of_mention(tagged: TaggedText, first: int, last: int, ends: Mapping[int, int]) -> int:
    """The last word of the run that is still in the mention that begins with it; `last` where none does."""
    word = tagged.words[first]
    end = ends.get(word.start)
    if end is None or end < word.end or (end == word.end and word.start > HEADLINE) or NICKNAME.match(tagged.text, end):
        return last  # a mention of one word or less, cut short by who found it
    while last > first and tagged.words[last].start >= end:
        last -= 1
    return last


def _name(tagged: TaggedText, first: int, last: int) -> PersonName:
    begin, honorific = tagged.words[first].start, ""
    while first < last and tagged.words[first].low.rstrip(".") in HONORIFICS:
        honorific = tagged.words[first].low.rstrip(".")
        first += 1
    words = tagged.words[first : last + 1]
    parts = tuple(fold(word.low) for word in words)
    end = words[-1].start + len(words[-1].bare)
    suffix = SUFFIX.match(tagged.text, end)
    if suffix is None:
        return PersonName(words[0].start, end, parts, honorific, begin)
    return PersonName(words[0].start, suffix.end(), parts, honorific, begin, suffix["suffix"].lower())


def _last_of_run(tagged: TaggedText, first: int, phrases: Sequence[RolePhrase], starts: list[int]) -> int:
    """The last word of the name that begins at `first`; `first - 1` if none does."""
    last = first - 1
    index: int | None = first
    while index is not None:
        word = tagged.words[index]
        if index == first or word.low not in PARTICLES or word.bare[0].isupper():
            if not _may_be_a_name(tagged, index, index == first) or _inside(word.start, phrases, starts):
                break
            last = index
            if word.possessive:
                break
        index = _next_word(tagged, index)
    return last


def _next_word(tagged: TaggedText, left: int) -> int | None:
    """The word that may go on with a name: the next, or the one behind a nickname; None where a mark parts them."""
    nickname = NICKNAME.match(tagged.text, tagged.words[left].end)
    if nickname is not None:
        return bisect_left(tagged.word_starts, nickname.end())
    return left + 1 if left + 1 < len(tagged.words) and _adjoins(tagged, left) else None


def _adjoins(tagged: TaggedText, left: int) -> bool:
    between = tagged.text[tagged.words[left].end : tagged.words[left + 1].start]
    word = tagged.words[left]
    return between == " " or (between == ". " and (len(word.bare) == 1 or word.low in HONORIFICS))


def _inside(position: int, phrases: Sequence[RolePhrase], starts: list[int]) -> bool:
    index = bisect_right(starts, position) - 1
    return index >= 0 and position < phrases[index].end


def _may_be_a_name(tagged: TaggedText, index: int, is_first: bool) -> bool:
    word = tagged.words[index]
    if not is_first and word.bare in MONTHS_THAT_ARE_NAMES and not _a_number_follows(tagged, index):
        return True  # a surname
    if not is_first and (
        (word.bare in OPENERS and not _is_an_initial(tagged, index))
        or word.low in ENDS_A_PHRASE
        or word.low in SUFFIXES
    ):
        return False  # "Silva Says Her Plan …"; a suffix ends the name, and is no part
    if not word.bare[0].isupper() or word.bare in IN_NO_NAME or DIGIT.search(word.bare) is not None:
        particle, _, rest = word.bare.partition("-")
        return particle in PREFIXED_PARTICLES and rest[:1].isupper()
    if ADDRESS.fullmatch(word.bare) is not None:
        return False
    if is_first and _opens_otherwise(tagged, index):
        return False
    if len(word.bare) > 1 and word.bare.isupper() and "." not in word.bare:
        return False  # an acronym
    if word.possessive and word.low in BODIES:
        return False
    return tagged.place_at(word.start) is None and tagged.organisation_at(word.start) is None


def _opens_otherwise(tagged: TaggedText, index: int) -> bool:
    """Whether no name begins with the word; "A. Silva" does."""
    word = tagged.words[index]
    if word.bare in OPENERS:
        return not _is_an_initial(tagged, index)
    return word.low in OFFICES or word.low in BODIES or word.low in PRIVATE


def _is_an_initial(tagged: TaggedText, index: int) -> bool:
    """ "A." in "Henry A. Silva"."""
    word = tagged.words[index]
    return word.bare == "A" and tagged.text.startswith(". ", word.end)


def _a_number_follows(tagged: TaggedText, index: int) -> bool:
    return index + 1 < len(tagged.words) and tagged.words[index + 1].bare.isdigit()
