"""Tables of small texts with what is found in each, through the extractor as a whole, so that they outlive its inside.

A table is a text file: "# rule", and below it a row a line. A row is "text => what is found", or the text with marks
alone. In the text "¶" is a blank line and "⏎" a line end; a title stands before it, parted by "§". All are published
on Thursday, May 16, 2024.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from schemas.article import Article
from schemas.dates.partial_dates import PartialDate
from schemas.statement import Extraction, Span, Statement

PUBLISHED = PartialDate.parse("2024-05-16")
MARKS = re.compile(r"\[\[|\]\]|<<|>>|\{\{[+?]?|\}\}")


@dataclass(frozen=True)
class Row:
    rule: str
    article: Article
    expected: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.article.text[:60]}"


def rows(table: Path) -> list[Row]:
    found: list[Row] = []
    rule = ""
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            rule = line.removeprefix("# ")
        elif line:
            found.append(Row(rule, *_read(line)))
    return found


def _read(line: str) -> tuple[Article, str]:
    """The article of a row, and what should be found in it."""
    text, arrow, expected = line.partition(" => ")
    title, parted, plain = MARKS.sub("", text).rpartition(" § ")
    plain = plain.replace("¶", "\n\n").replace("⏎", "\n")
    return Article(plain, title if parted else "", published_on=PUBLISHED), expected if arrow else line


def marked(article: Article, extraction: Extraction) -> str:
    """Its text with [[whom the mention names]], <<the cue>> and {{what was said}}.

    {{+ }} is a further part of the statement before, {{? }} a statement that names nobody.
    """
    marks = {mark for statement in extraction.statements for mark in _marks(statement)}
    text = article.text
    # From the back; where one mark ends and another begins, the end comes first.
    for at, _, mark in sorted(marks, reverse=True):
        text = text[:at] + mark + text[at:]
    return text.replace("\n\n", "¶").replace("\n", "⏎")


def _marks(statement: Statement) -> Iterator[tuple[int, bool, str]]:
    def around(span: Span, opening: str, closing: str) -> Iterator[tuple[int, bool, str]]:
        yield from ((span.start, True, opening), (span.end, False, closing))

    if statement.speaker is not None:
        yield from around(statement.speaker.mention, "[[", "]]")
    if statement.cue is not None:
        yield from around(statement.cue.span, "<<", ">>")
    for number, span in enumerate(statement.spans):
        yield from around(span, "{{+" if number else "{{" if statement.speaker else "{{?", "}}")


def speakers(_: Article, extraction: Extraction) -> str:
    """ "Ana Silva (minister, Road Ministry) for PT; nobody"."""
    return "; ".join(_speaker(statement) for statement in extraction.statements)


def _speaker(statement: Statement) -> str:
    speaker = statement.speaker
    if speaker is None:
        return "nobody"
    told = [part for part in (speaker.role or "–", speaker.organisation) if part]
    beside = f" ({', '.join(told)})" if told != ["–"] else ""
    return f"{speaker.name}{beside}{' for ' if speaker.countries else ''}{' '.join(speaker.countries)}"


def mentioned(_: Article, extraction: Extraction) -> str:
    """The countries and territories within each statement."""
    named = [" ".join([*statement.countries, *statement.territories]) for statement in extraction.statements]
    return "; ".join(each or "–" for each in named)


def kinds(_: Article, extraction: Extraction) -> str:
    return "; ".join(statement.kind for statement in extraction.statements)


def days(_: Article, extraction: Extraction) -> str:
    return "; ".join(str(statement.said_on or "–") for statement in extraction.statements)


def places(_: Article, extraction: Extraction) -> str:
    """ "AM AZ, Kashmir"."""
    return ", ".join(filter(None, [" ".join(extraction.countries), *extraction.territories])) or "–"
