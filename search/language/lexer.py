"""From what was typed to tokens with their places.

Only what looks like an operator is one; all else is text to search for, so that pasted text works: "10:30", a URL, a
dash between words, AT&T. Operators are those that search engines share: "…", a hyphen at the beginning of a word, and
OR, AND, NOT in capitals. A field:value whose field is one of ours is refused rather than searched for as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from search.errors import QueryError

MAX_LENGTH = 1000  # code points
QUOTES = '"“”„‟«»＂'
DASHES = "-‐‑‒–—−"  # hyphen to minus: by themselves they are punctuation

# The filters of the API, by their names there; DESIGN's field:value will take these over.
FIELDS = {name: name for name in ("country", "speaker_country", "about", "speaker", "source", "kind", "from", "to")} | {
    "said": "from or to, with dates=said",
    "published": "from or to",
}


class Kind(Enum):
    WORD = auto()
    PREFIX = auto()
    PHRASE = auto()
    NOT = auto()
    OR = auto()
    AND = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Lexeme:
    kind: Kind
    text: str
    position: int


OPERATORS = {"OR": Kind.OR, "AND": Kind.AND, "NOT": Kind.NOT}
LEXEME = re.compile(
    rf"""(?P<space>\s+)
    | (?P<quote>[{QUOTES}])
    | (?P<open>\()
    | (?P<close>\))
    | (?P<dash>[{DASHES}]+(?=[\s)]|$)|[{DASHES}]{{2,}}|[{DASHES[1:]}]+)
    | (?P<minus>-)
    | (?P<word>[^\s(){QUOTES}]+)""",
    re.VERBOSE,
)
FIELD = re.compile(r"([a-z_]+):(?=[^\s:/])(.+)", re.DOTALL)
FUZZY = re.compile(r"\w~\d*$")
NEAR = re.compile(r"NEAR(?:/\d+)?")


def lexemes(q: str) -> Iterator[Lexeme]:
    if len(q) > MAX_LENGTH:
        raise fault("too-long", f"the query is longer than {MAX_LENGTH} characters", MAX_LENGTH, "shorten it")
    at = 0
    while at < len(q):
        match = LEXEME.match(q, at)
        assert match is not None, "every character begins some lexeme"
        at = match.end()
        match match.lastgroup:
            case "open":
                yield Lexeme(Kind.OPEN, match[0], match.start())
            case "close":
                yield Lexeme(Kind.CLOSE, match[0], match.start())
            case "minus":
                yield Lexeme(Kind.NOT, match[0], match.start())
            case "word":
                yield word(match[0], match.start())
            case "quote":
                end = next((i for i in range(at, len(q)) if q[i] in QUOTES), None)
                if end is None:
                    hint = "close it with a second one, or leave it out"
                    raise fault("unbalanced-quote", "this quotation mark has no partner", match.start(), hint)
                yield phrase(q[at:end], match.start())
                at = end + 1


def word(text: str, position: int) -> Lexeme:
    if text in OPERATORS:
        return Lexeme(OPERATORS[text], text, position)
    field = FIELD.match(text)
    if field and field[1] in FIELDS:
        hint = f"use the parameter {FIELDS[field[1]]}, or put quotation marks around it to search for these words"
        raise fault("field-in-query", f"{field[1]}: can't be searched within the query", position, hint)
    if NEAR.fullmatch(text):
        hint = "leave it out, or write near in small letters to search for the word"
        raise fault("unknown-operator", "NEAR is no operator here", position, hint)
    if FUZZY.search(text):
        hint = "leave out the ~, or use a prefix such as corrid*"
        raise fault("unknown-operator", "words can't be searched for fuzzily", position + text.rindex("~"), hint)
    star = text.find("*")
    if star < 0:
        return Lexeme(Kind.WORD, text, position)
    if star < len(text) - 1 or not text[:-1]:
        raise misplaced_star(position + star)
    return Lexeme(Kind.PREFIX, text[:-1], position)


def phrase(text: str, position: int) -> Lexeme:
    if "*" in text:
        raise misplaced_star(position + 1 + text.index("*"))
    return Lexeme(Kind.PHRASE, text, position)


def misplaced_star(position: int) -> QueryError:
    hint = "write it at the end of a word outside quotation marks, such as corrid*"
    return fault("misplaced-wildcard", "an asterisk is understood only at the end of a word", position, hint)


def fault(code: str, detail: str, position: int, hint: str) -> QueryError:
    return QueryError(code, detail, "q", position, hint)
