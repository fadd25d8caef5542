"""What the phrase for an office or a body tells: the role, the organisation, and for which states it speaks."""

from __future__ import annotations

from dataclasses import replace

from indexer.extraction.annotation.roles.heads import end_of, is_for_somebody
from indexer.extraction.annotation.roles.organisation import find_organisation
from indexer.extraction.annotation.roles.states import find_states, speaks_for_no_state
from indexer.extraction.lang.en.determiners import DETERMINERS, INDEFINITE_DETERMINERS, POSSESSIVE_DETERMINERS
from indexer.extraction.lang.en.role_nouns import BODIES, CLERGY, NO_ROLES, PLURALS, PRIVATE
from indexer.extraction.lang.en.role_patterns import LETTERS_IN_BRACKETS
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import RolePhrase, TaggedText

EPITHETS = word_list("epithets")


def interpret(tagged: TaggedText, first: int, head: int, last: int) -> RolePhrase:
    """What the phrase of the words from `first` to `last` with its noun at `head` tells."""
    text, words = tagged.text, tagged.words
    noun, is_office = words[head].low, is_for_somebody(words[head])
    determiner = words[first].low if words[first].low in DETERMINERS else ""
    begin = first + 1 if determiner and first < head else first
    owned = next((index for index in range(head - 1, first - 1, -1) if words[index].possessive), None)
    owner = determiner if determiner in POSSESSIVE_DETERMINERS else ""
    if owned is not None and tagged.place_at(words[owned].start) is None:
        owner = text[words[begin].start : end_of(words[owned])]
    nobody = speaks_for_no_state(tagged, first, head, last)
    codes, territories = ((), ()) if nobody else find_states(tagged, first, head, last)
    return RolePhrase(
        start=words[first].start,
        end=end_of(words[last]),
        body=words[begin].start,
        head=noun,
        determiner=determiner,
        role=_plain(_role(tagged, begin if owned is None else owned + 1, head, last)),
        organisation=_plain(find_organisation(tagged, begin, head, last)),
        owner=owner,
        codes=codes,
        territories=territories,
        nobody=nobody,
        is_office=is_office,
        is_official=is_office and noun not in PRIVATE and noun not in CLERGY and not nobody,
        definite=determiner not in INDEFINITE_DETERMINERS,
        plural=noun in PLURALS or (noun[-1] == "s" and noun[:-1] in PRIVATE),
        words=frozenset(word.low for word in words[begin : last + 1]),
    )


def _plain(words: str | None) -> str | None:
    """Without letters in brackets: "Foreign Office (FO) spokesman"."""
    return LETTERS_IN_BRACKETS.sub("", words) if words is not None else None


def join_offices(text: str, one: RolePhrase, other: RolePhrase) -> RolePhrase:
    """Both as one phrase, which tells what either does: "deputy premier and minister of finance"."""
    assert one.role is not None
    assert other.role is not None
    start, end = text.index(one.role, one.start), text.index(other.role, other.start) + len(other.role)
    nobody = one.nobody or other.nobody
    return replace(
        one,
        end=other.end,
        head=other.head,
        role=text[start:end],
        organisation=one.organisation or other.organisation,
        codes=() if nobody else one.codes,
        nobody=nobody,
        is_official=(one.is_official or other.is_official) and not nobody,
        words=one.words | other.words,
    )


def _role(tagged: TaggedText, begin: int, head: int, last: int) -> str | None:
    """The office without whose it is: "deputy foreign minister", "secretary of state for global affairs"."""
    words = tagged.words
    if not is_for_somebody(words[head]) or words[head].low in NO_ROLES:
        return None
    while begin < head and (
        words[begin].low in DETERMINERS or words[begin].low in EPITHETS or tagged.place_at(words[begin].start)
    ):
        begin += 1
    return tagged.text[words[begin].start : end_of(words[_end_of_role(tagged, head, last)])]


def _end_of_role(tagged: TaggedText, head: int, last: int) -> int:
    """With "of fisheries", "for maritime security", but without "of Poland", "of the border service", "to China".

    So "Minister of Trade" of "Minister of Trade of Peru", and "Secretary of State" of "Secretary of State for Peru".
    """
    words = tagged.words
    if head + 1 >= last or words[head + 1].low not in ("of", "for"):
        return head
    if words[head + 2].low == "state":
        head += 2
    end = next((i - 1 for i in range(head + 2, last + 1) if words[i].low in ("to", "in", "at")), last)
    if words[head + 1].low == "of":
        end = next((i - 1 for i in range(head + 3, end) if _of_a_place(tagged, i)), end)
    rest = range(head + 2, end + 1)
    if not rest:
        return head
    start, stop = words[head + 2].start, words[end].end
    if (
        tagged.places_in(start, stop)
        or tagged.organisations_in(start, stop)
        or any(words[i].low in BODIES for i in rest)
    ):
        return head
    return end


def _of_a_place(tagged: TaggedText, index: int) -> bool:
    """ "Of Peru", "of the Netherlands"."""
    name = index + 2 if tagged.following(index) in DETERMINERS and index + 2 < len(tagged.words) else index + 1
    return tagged.words[index].low == "of" and tagged.place_at(tagged.words[name].start) is not None
