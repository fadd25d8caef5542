"""An article's text in paragraphs, with each statement marked in place."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import shorten

from schemas.article import Article
from schemas.statement import Span, SplitArticle, Statement

HEADER = re.compile(r"[A-Z][\w-]*: .+")  # as dumps begin: "Categories: …", "Source: …"
LINE = re.compile(r"[^\r\n]+")
LONGEST_HEADING = 120  # characters


@dataclass(frozen=True, slots=True)
class Open:
    """A statement begins, or goes on after an interruption (`first` is False)."""

    statement: Statement
    first: bool


@dataclass(frozen=True, slots=True)
class Close:
    """A statement ends, or is interrupted (`last` is False)."""

    statement: Statement
    last: bool


Token = Open | Close | str
Placed = tuple[Span, int]  # and which of the article's statements it is a part of


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What to write in order, properly nested, and the statements that begin here. A `header` is no prose yet."""

    header: bool
    tokens: Sequence[Token]
    begins: Sequence[Statement]


def number(statement: Statement) -> str:
    """The statement's place in its article, as its id ends: "07"."""
    return statement.id.rpartition("-")[2]


def neighbours(statements: Sequence[Statement]) -> dict[str, tuple[str | None, str | None]]:
    """For each statement's id the numbers of those before and after it in the article."""
    numbers = [None, *map(number, statements), None]
    return {each.id: (numbers[at], numbers[at + 2]) for at, each in enumerate(statements)}


def paragraphs(article: SplitArticle) -> list[Paragraph]:
    """Every line is a paragraph: outlets put one paragraph on each, and blank lines between.

    Takes time in proportion to the text and to what is written.
    """
    text, statements = article.article.text, article.extraction.statements
    found: list[Paragraph] = []
    lines = [line for line in LINE.finditer(text) if not line[0].isspace()]
    for line, placed in zip(lines, spans_of_lines(lines, statements), strict=True):
        tokens = list(nest(text, line.start(), line.end(), statements, placed))
        begins = [token.statement for token in tokens if isinstance(token, Open) and token.first]
        in_header = not found or found[-1].header
        found.append(Paragraph(in_header and HEADER.fullmatch(line[0]) is not None, tokens, begins))
    return found


def heading(article: Article) -> str:
    """Its title, or else the first line that is no header; "" where there is none."""
    lines = (line for match in LINE.finditer(article.text) if (line := match[0].strip()) and not HEADER.fullmatch(line))
    return article.title.strip() or shorten(next(lines, ""), LONGEST_HEADING, placeholder=" …")


def spans_of_lines(lines: Sequence[re.Match[str]], statements: Sequence[Statement]) -> Iterator[list[Placed]]:
    """For each line the spans that have a part of it."""
    ahead = sorted(((span, order) for order, each in enumerate(statements) for span in each.spans), reverse=True)
    open_: list[Placed] = []
    for line in lines:
        while ahead and ahead[-1][0].start < line.end():
            open_.append(ahead.pop())
        open_ = [placed for placed in open_ if placed[0].end > line.start()]
        yield open_


def nest(text: str, start: int, end: int, statements: Sequence[Statement], placed: Sequence[Placed]) -> Iterator[Token]:
    """The piece of text with its statements as tags that never cross: one that would is cut in two."""
    waiting = [(max(span.start, start), -min(span.end, end), order) for span, order in placed]
    heapq.heapify(waiting)
    open_: list[tuple[int, int]] = []  # where each ends and which it is, the innermost last
    done = start

    def close_until(position: int) -> Iterator[Token]:
        nonlocal done
        while open_ and open_[-1][0] <= position:
            stop, order = open_.pop()
            if stop > done:
                yield text[done:stop]
            done = max(done, stop)
            yield Close(statements[order], last=stop == statements[order].spans[-1].end)

    while waiting:
        begin, negative, order = heapq.heappop(waiting)
        stop = -negative
        yield from close_until(begin)
        if open_ and stop > open_[-1][0]:
            heapq.heappush(waiting, (open_[-1][0], -stop, order))
            stop = open_[-1][0]
        if begin > done:
            yield text[done:begin]
        done = max(done, begin)
        open_.append((stop, order))
        yield Open(statements[order], first=begin == statements[order].spans[0].start)
    yield from close_until(end)
    if end > done:
        yield text[done:end]
