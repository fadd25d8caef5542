"""Short texts of one kind of difficulty each, with what is right: a table is a text file, a text a line.

    On Tuesday [[Selim Aydar]], a lawmaker, <<said>> {{he was uneasy}}. => Selim Aydar (lawmaker) for TR @2024-05-14

Before "=>" stands the text, with marks: {{what was said}}, {{+a further part of the statement before}} and, where they
are asked for, [[mentions]] and <<cues>>. "¶" is a blank line, "⏎" a line end, and "\\u00a0" that character. A title and
an outlet may stand before the text, each ended by " § ": "title § text" or "title § outlet § text". All are published
on Thursday, May 16, 2024.

Behind "=>" stand, in the order of the statements and with "; " between, the speaker's name, role in parentheses,
countries behind "for", the day behind "@", and behind ">" the target's name with its countries behind "for". What is
left out is not asked for; "–" is none, and "/" parts values of which each is right. A text without {{ }} has no
statement. Lines that begin with "#" are remarks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from schemas.article import Article, Source
from schemas.dates.partial_dates import PartialDate
from schemas.statement import Span

PUBLISHED = PartialDate.parse("2024-05-16")
ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
MARKS = re.compile(r"(?P<open>\[\[|<<|\{\{\+?)|\]\]|>>|\}\}")
SPEAKER = re.compile(
    r"(?P<name>[^(@>]*?)"
    r"(?: \((?P<role>[^)]*)\))?"
    r"(?: for (?P<countries>[A-Z]{2}(?: [A-Z]{2})*|–)(?P<others>(?:/(?:[A-Z]{2}(?: [A-Z]{2})*|–))*))?"
    r"(?: ?@(?P<day>\S+))?"
    r"(?: ?> (?P<target>[^>]*?)(?: for (?P<target_countries>[A-Z]{2}(?: [A-Z]{2})*|–))?)?"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Of a statement. Any of the texts is right, "–" is none; an empty tuple asks for nothing."""

    name: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    day: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    target_countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """`line` counts from 1; `statements` are the spans of each, `asked` what is asked of each."""

    line: int
    article: Article
    statements: tuple[tuple[Span, ...], ...]
    asked: tuple[Asked, ...]
    mentions: frozenset[Span]
    cues: frozenset[Span]


class WrongTable(ValueError):
    """A line that can't be read; the message names file, line and fault."""


def read_table(path: Path) -> list[Case]:
    cases = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            try:
                cases.append(read_case(number, line))
            except ValueError as error:
                raise WrongTable(f"{path.name}:{number}: {error}") from error
    return cases


def read_case(number: int, line: str) -> Case:
    written, _, values = line.partition(" => ")
    *heads, body = written.split(" § ")
    title, outlet = [*heads, "", ""][:2]
    body = ESCAPE.sub(lambda code: chr(int(code[1], 16)), body).replace("¶", "\n\n").replace("⏎", "\n")
    text, marks = read_marks(body)
    statements: list[list[Span]] = []
    for mark, span in marks:
        if mark == "{{":
            statements.append([span])
        elif mark == "{{+":
            statements[-1].append(span)
    asked = tuple(map(read_asked, values.split("; "))) if values else (Asked(),) * len(statements)
    if len(asked) != len(statements):
        raise ValueError(f"{len(statements)} statements are marked and {len(asked)} described")
    return Case(
        line=number,
        article=Article(text, title, source=Source.named(outlet) if outlet else None, published_on=PUBLISHED),
        statements=tuple(map(tuple, statements)),
        asked=asked,
        mentions=frozenset(span for mark, span in marks if mark == "[["),
        cues=frozenset(span for mark, span in marks if mark == "<<"),
    )


def read_marks(body: str) -> tuple[str, list[tuple[str, Span]]]:
    """The text without marks, and the opening mark and span of each, in the order in which they open."""
    text, at = "", 0
    opened: list[tuple[str, int]] = []
    marks: list[tuple[str, Span]] = []
    for found in MARKS.finditer(body):
        text += body[at : found.start()]
        at = found.end()
        if found["open"]:
            opened.append((found["open"], len(text)))
        elif not opened:
            raise ValueError(f"{found[0]} closes nothing")
        else:
            mark, start = opened.pop()
            marks.append((mark, Span(start, len(text))))
    if opened:
        raise ValueError(f"{opened[-1][0]} is not closed")
    return text + body[at:], sorted(marks, key=lambda mark: mark[1].start)


def read_asked(value: str) -> Asked:
    found = SPEAKER.fullmatch(value.strip())
    if not found:
        raise ValueError(f"{value!r} describes no speaker")
    countries = f"{found['countries'] or ''}{found['others'] or ''}"
    values = found["name"], found["role"], countries, found["day"], found["target"], found["target_countries"]
    return Asked(*(tuple(text.split("/")) if text else () for text in values))
