"""Patterns of words that mean several states, or tell for which one somebody speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.extraction.lang.patterns import any_of
from indexer.extraction.lang.tables import table
from indexer.extraction.lang.word_lists import word_list, words_in_order

MOST = 7  # states that a number before a noun tells
NUMBERS = {"both": 2} | {word: number for number, word in enumerate(words_in_order("numbers")[:MOST], 1) if number > 1}
SEVERAL = re.compile(
    rf"(?:(?:the|these|those|all|its) )?(?P<number>{any_of([*NUMBERS, 'many', 'several'])})?"
    rf"(?: of (?:the|them))? ?(?:\w+ )?(?:{any_of(word_list('nouns-of-several-states'))}|foreign ministers)",
    re.IGNORECASE,
)
STATES_THEMSELVES = re.compile(rf"\b{any_of(word_list('nouns-of-states-themselves'))}\Z", re.IGNORECASE)
SEX_OF_SEVERAL = {"men": "male", "women": "female"}
_TWO_OF_THEM = any_of([*word_list("nouns-of-two-people"), *SEX_OF_SEVERAL])
SEVERAL_PEOPLE = re.compile(
    rf"both|the (?:two|pair)|(?:both|(?:the|these|those) two) (?:\w+ ){{0,2}}(?P<noun>{_TWO_OF_THEM})", re.IGNORECASE
)
TWO_PEOPLE = re.compile(rf"\b(?:two|both) (?:\w+ )?{any_of(word_list('nouns-of-people-of-states'))}\Z")
JOINED_STATES = re.compile(r"(?:, and |, | and |, as well as | as well as | & )(?:the )?|-|–")
PLURAL = re.compile(r"(?<!s)s\Z")  # "Poles", but not "Swiss"
A_PEOPLE = re.compile(r"[A-Z][\w’-]+(?:ss|sh|ch|ese)")  # "Swiss", who speak so in a headline
RECIPROCAL = re.compile(r"each other|one another", re.IGNORECASE)

WE = re.compile(r"[Ww]e")
WE_ARE = re.compile(r"\bWe, (?=the )")  # before those who issue a joint statement
JOINED = re.compile(r",? (?:and|as well as) (?:the )?|, (?:the )?")  # what stands between two who speak together
LAST_JOINED = re.compile(r",? (?:and|as well as) (?:the )?")
PLACE_BEHIND = re.compile(r" (?:in|at|near|from|of) [^,]*")  # "in Lima" behind those who spoke there
STATE_BEFORE = re.compile(r"(?<= )[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*['’]s \Z")  # "Nepal's" in "and Nepal's Ana Silva"
SENT_ABROAD = re.compile(rf"\b(?:{any_of(word_list('sent-abroad'))}|high commissioner)\b", re.IGNORECASE)
STATE_MEDIA = rf"state (?:{any_of(word_list('media-of-a-state'))}|news agency)"
SIDES = re.compile(rf"\b(?:{any_of(word_list('speaking-for-a-country'))}|{STATE_MEDIA})\b", re.IGNORECASE)
OFFICIALS_OF_A_TOWN = re.compile(
    rf"\b(?i:{any_of(word_list('officials-of-a-town'))}) in (?P<town>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
HOME_OFFICES = {
    row["country"]: re.compile(rf"\b{any_of(row['offices'].split(';'))}\b", re.IGNORECASE)
    for row in table("home_offices")
}  # by the country, in the order in which they are tried

STATES_WITHOUT = {row["office"]: frozenset(row["countries"].split()) for row in table("states_without")}


def listed(names: Sequence[str]) -> str:
    """ "Ana Silva, Jan Kos and Eva Lund"; at least one."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
