"""Operators of other search engines, each with what to write instead.

Lexis, Westlaw, ProQuest, Factiva, dtSearch, Google, CourtListener, Lucene with Solr and Elasticsearch, Ovid, EBSCO,
Manticore and SQLite have them. Taken for text, each would search for something that nobody asked for. What is more
often plain text than an operator is none of them: "24/7", "w/o", "Yes!", "what?", "US$", "S/RES/2254", "50 %", "#tag".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from schemas.fields import BY_NAME
from schemas.value_faults import foreign_operator
from search.errors import QueryError
from search.language.faults import located

LETTER = r"[^\W\d_]"
WITH_MARKS = r"[\w'’-]*\?+\w[\w?'’-]*(?=[\s),.;:!]|$)"  # a word in which ? stands for a letter
ONLY_LETTERS = re.compile(rf"{LETTER}+")
QUOTE = r"[\"“„«(]"
END = r"(?=[\s)]|$)"
BETWEEN, TWO = r"(?<=[a-z0-9)\"”]\s)", r"(?=\s+[A-Z]?[a-z0-9(\"“])"  # words that are not all in capitals
FARTHEST = 20  # of NEAR
URL = re.compile(r"(?i:[a-z][a-z0-9+.-]*://|www\.)")


class Foreign(NamedTuple):
    """`pattern` begins where a word may. In `hint`, {near} is NEAR with the number found, {word} the first word
    of what was found or behind it, {after} the first behind it."""

    pattern: str
    hint: str


NEAR = "write {near} between two words or phrases"
SENTENCE = "write NEAR/20 between two words or phrases, or leave it out: all words are looked for in one statement"
EXCEPT = "write a minus before what is to be left out: -{after}"
EVERY = "leave it out: all words must be found"
QUOTED = 'write "{word}" in quotation marks for the exact word'
BEGINNING = "write {word}* for all words that begin so, or leave the sign out"
ONE_LETTER = "write {word}* for words that begin so, or a whole word and ~ for one letter off, such as grain~"
INTERVAL = "write published:2023-07..2023-09 or said:2023-07..2023-09"
FIELD = "write field:value without a space, such as country:AM or published:2023-07.."
EITHER = "write OR between the two"
WEIGHT = "leave it out: nothing counts more"

WORDS = (
    # How near words stand
    Foreign(rf"(?i:not)\s+(?:(?i:wn?|pre|near|onear|within|adj)/\w+|(?i:near|adj)\d+|NEAR){END}", EXCEPT),
    Foreign(rf"(?!NEAR/\d*{END})(?i:wn?|within|pre|p|n|near|onear|adj|before|after)/\d+{END}", NEAR),
    Foreign(rf"(?i:adj|near)\d+{END}|(?i:near)\d+:|NEAR[/:~]\S*[^\s\d/)]|{BETWEEN}ADJ{TWO}", NEAR),
    Foreign(rf"/\d{{1,3}}{END}|(?<={LETTER}\s)\+\d{{1,2}}(?=\s+{LETTER})", NEAR),
    Foreign(r"(?i:around)\s?\(\s*\d+\s*\)", NEAR),
    Foreign(rf"[/+][sp]{END}|(?i:w|pre)/(?i:s|p|sent|para|seg){END}", SENTENCE),
    Foreign(rf"{BETWEEN}(?:SAME|SENTENCE|PARAGRAPH){TWO}", SENTENCE),
    # What must be there, or must not
    Foreign(
        rf"(?i:but)\s+(?i:not){END}|and\s+not{END}|(?i:notnear)(?:/\d+)?{END}|(?<={LETTER}\s)%(?=\s+{LETTER})", EXCEPT
    ),
    Foreign(rf"[!¬]+(?=\w|{QUOTE})", EXCEPT),
    Foreign(rf"\+(?={LETTER}|{QUOTE})", EVERY),
    Foreign(rf"{BETWEEN}(?:XOR|MAYBE){TWO}|\|(?=\s+[a-z\"“(])|\w+\|\w+", EITHER),
    Foreign(r"(?i:atleast)\d+|(?i:repeat)\d+:", EVERY),
    # Parts of words
    Foreign(rf"{WITH_MARKS}|\w+\?+\*", ONE_LETTER),
    Foreign(rf"{LETTER}+[%#]+{LETTER}+{END}|[a-z]{{2,}}\$[a-z]+{END}", ONE_LETTER),
    Foreign(rf"{LETTER}+\[\w[\w-]*\]{LETTER}+", ONE_LETTER),
    Foreign(rf"[a-z]{{3,}}\${END}", BEGINNING),
    Foreign(r"[a-z]{3,}!(?=\s+(?:[a-z(\"“]|(?:OR|AND|NOT|NEAR)\b))|\A[a-z]{3,}!\s*\Z", BEGINNING),
    Foreign(rf"/[^/\s][^/]*/{END}", 'write words, prefix* or "phrases": there are no regular expressions'),
    Foreign(rf"~+(?={LETTER}|{QUOTE})|[\w.]+~~[\w.]+", "write ~ behind a word for other spellings: {word}~"),
    Foreign(rf"{LETTER}+~\d*\.\d+{END}", "write {word}~1 or {word}~2 for so many letters off"),
    Foreign(rf"[=^](?={LETTER})", QUOTED),
    Foreign(rf"(?!(?:[kcdm]?m|in|ft)\^[23]){LETTER}{{2,}}\^\d+(?:\.\d+)?{END}", WEIGHT),
    # Fields and intervals
    Foreign(r"[\[{][^\]}]*\sTO\s[^\]}]*[\]}]|\$?\d+\.\.\$?\d+" + END, INTERVAL),
    Foreign(rf"(?i:{'|'.join(BY_NAME)})[<>!=]=?", FIELD),
    Foreign(r"(?i:allcaps|nocaps|caps|plural|singular|headline|hlead|title|body|byline)\((?!i?e?s\))", FIELD),
    Foreign(r"\{!", FIELD),
    Foreign(r"\{(?=\w)", "write quotation marks around a phrase"),
    Foreign(r"\*:\*", "leave q out to find everything"),
)
# Right behind the closing mark of a phrase or group.
BEHIND_PHRASE = (
    Foreign(r"\s*~\d*", 'write NEAR between two words or phrases, such as "grain corridor" {near} closed'),
    Foreign(r"/\d+|@\d+", NEAR),
    Foreign(r"\^\d+", WEIGHT),
)
BEHIND_GROUP = (
    Foreign(r"~\d*|/\d+|@\d+", NEAR),
    Foreign(r"\^\d+", WEIGHT),
)


class Table:
    def __init__(self, rows: tuple[Foreign, ...]):
        self.rows = [(re.compile(row.pattern), row.hint) for row in rows]
        self.any = re.compile("|".join(f"(?:{row.pattern})" for row in rows))

    def refuse(self, q: str, at: int) -> None:
        """QueryError where one of them stands there."""
        if not self.any.match(q, at) or URL.match(q, at):
            return
        found, hint = next((found, hint) for pattern, hint in self.rows if (found := pattern.match(q, at)))
        raise refusal(q, found, hint)


def refusal(q: str, found: re.Match[str], hint: str) -> QueryError:
    number = re.search(r"\d+", found[0])
    distance = min(max(int(number[0][:3]), 1), FARTHEST) if number else FARTHEST
    after = ONLY_LETTERS.search(q, found.end())
    word = ONLY_LETTERS.search(found[0]) or after
    named = {name: match[0] if match else "word" for name, match in (("word", word), ("after", after))}
    told = hint.format(near=f"NEAR/{distance}", **named)
    return located(foreign_operator(found[0].strip(), told), found.start())


in_words = Table(WORDS)
behind_phrase = Table(BEHIND_PHRASE)
behind_group = Table(BEHIND_GROUP)
