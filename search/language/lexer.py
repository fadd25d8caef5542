"""From what was typed to tokens with their places.

Only what looks like an operator is one; all else is text to search for, so that pasted text works: "10:30", a URL, a
dash between words, AT&T. Operators are those that search engines share: "…", a hyphen at the beginning of a word, *
and ~ at the end of one, field:value, and OR, AND, NOT, NEAR in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from schemas.fields import BY_NAME
from schemas.spelling import nearest
from search.language import foreign
from search.language.faults import fault, misplaced_mark, misplaced_star
from search.language.field_values import unknown_field

MAX_LENGTH = 1000  # code points
NEAR_WORDS = 10  # what NEAR means without a number
QUOTES = '"“”„‟«»＂'
DASHES = "-‐‑‒–—−"  # hyphen to minus: by themselves they are punctuation


class Kind(Enum):
    WORD = auto()
    PREFIX = auto()
    FUZZY = auto()
    PHRASE = auto()
    FIELD = auto()
    NEAR = auto()
    NOT = auto()
    OR = auto()
    AND = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field, and where in the query it begins."""

    text: str
    position: int


@dataclass(frozen=True, slots=True)
class Lexeme:
    """`number` is that of NEAR or ~; `values` are those of a field, whose name is `text`."""

    kind: Kind
    text: str
    position: int
    number: int = 0
    values: tuple[Value, ...] = ()


SIGNS = {"open": Kind.OPEN, "close": Kind.CLOSE, "minus": Kind.NOT, "or": Kind.OR, "and": Kind.AND}
OPERATORS = {"OR": Kind.OR, "AND": Kind.AND, "NOT": Kind.NOT}
WORD = re.compile(rf"(?:(?!\|\||&&)[^\s(){QUOTES}])+")
LEXEME = re.compile(
    rf"""(?P<space>\s+)
    | (?P<quote>[{QUOTES}])
    | (?P<open>\()
    | (?P<close>\))
    | (?P<dash>[{DASHES}]+(?=[\s)]|$)|[{DASHES}]{{2,}}|[{DASHES[1:]}]+)
    | (?P<minus>-)
    | (?P<or>\|\|)
    | (?P<and>&&)
    | (?P<field>(?P<name>[A-Za-z_]{{2,}}):(?=[^\s/):]))
    | (?P<word>{WORD.pattern})""",
    re.VERBOSE,
)
FUZZY = re.compile(r"(.*\w)~(\d*)", re.DOTALL)
NEAR = re.compile(r"NEAR(?:/(\d*))?")
ONE_LETTER = re.compile(rf"(?<!\S){foreign.WITH_MARKS}")


def lexemes(q: str) -> Iterator[Lexeme]:
    """QueryError for what looks like an operator and can't be one."""
    if len(q) > MAX_LENGTH:
        raise fault("too-long", f"the query is longer than {MAX_LENGTH} characters", MAX_LENGTH, "shorten it")
    at = 0
    while at < len(q):
        match = LEXEME.match(q, at)
        assert match is not None, "every character begins some lexeme"
        begin, at = match.span()
        if match.lastgroup in ("word", "field"):
            foreign.in_words.refuse(q, begin)
        match match.lastgroup:
            case "open" | "close" | "minus" | "or" | "and" as sign:
                yield Lexeme(SIGNS[sign], match[0], begin)
                if sign == "close":
                    foreign.behind_group.refuse(q, at)
            case "word":
                yield word(match[0], begin)
            case "quote":
                text, at = quoted(q, begin)
                yield phrase(text, begin)
                foreign.behind_phrase.refuse(q, at)
            case "field" if is_field(match["name"]):
                lexeme, at = field(q, match["name"].lower(), begin, at)
                yield lexeme
            case "field":
                at = end_of_word(q, at)
                yield word(q[begin:at], begin)


def end_of_word(q: str, at: int) -> int:
    found = WORD.match(q, at)
    return found.end() if found else at


def is_field(name: str) -> bool:
    """Whether a field is meant: text such as Note:this is told by its capital, unless it is like one."""
    return name.lower() in BY_NAME or name.islower() or nearest(name.lower(), BY_NAME) is not None


def field(q: str, name: str, begin: int, at: int) -> tuple[Lexeme, int]:
    """The field whose value begins at `at`: one in quotation marks, or several with commas between; and its end."""
    if name not in BY_NAME:
        raise unknown_field(name, begin)
    if q[at] in QUOTES:
        text, end = quoted(q, at)
        foreign.behind_phrase.refuse(q, end)
        values: tuple[Value, ...] = (Value(text, at + 1),)
    else:
        end = end_of_word(q, at)
        values = tuple(Value(part[0], at + part.start()) for part in re.finditer(r"[^,]+", q[at:end]))
    if not any(value.text.strip() for value in values):
        hint = f"write {name}:{BY_NAME[name].example[0]}, and OR between several fields"
        raise fault("empty-field", f"{name}: has no value", begin, hint)
    return Lexeme(Kind.FIELD, name, begin, values=values), end


def quoted(q: str, opening: int) -> tuple[str, int]:
    """What stands between the quotation mark at `opening` and the next one, and where to go on."""
    end = next((i for i in range(opening + 1, len(q)) if q[i] in QUOTES), None)
    if end is None:
        hint = "close it with a second one, or leave it out"
        raise fault("unbalanced-quote", "this quotation mark has no partner", opening, hint)
    return q[opening + 1 : end], end + 1


def word(text: str, position: int) -> Lexeme:
    if text in OPERATORS:
        return Lexeme(OPERATORS[text], text, position)
    if near := NEAR.fullmatch(text):
        distance = NEAR_WORDS if near[1] is None else int(near[1] or 0)
        return Lexeme(Kind.NEAR, text, position, number=distance)
    if fuzzy := FUZZY.fullmatch(text):
        return Lexeme(Kind.FUZZY, fuzzy[1], position, number=int(fuzzy[2] or 1))
    star = text.find("*")
    if star < 0:
        return Lexeme(Kind.WORD, text, position)
    if star < len(text) - 1 or not text[:-1]:
        raise misplaced_star(position + star)
    return Lexeme(Kind.PREFIX, text[:-1], position)


def phrase(text: str, position: int) -> Lexeme:
    if "*" in text:
        raise misplaced_star(position + 1 + text.index("*"))
    if one_letter := ONE_LETTER.search(text):
        raise misplaced_mark(position + 1 + text.index("?", one_letter.start()))
    return Lexeme(Kind.PHRASE, text, position)
