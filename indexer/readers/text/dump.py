"""Text dumps: one article a file, as crawlers and archives leave them behind.

    Categories: 2023                          a header, all of it optional: lines of known keys, in any order
    Source: Black Sea Herald
    URL: https://blacksea.example/1207
    Date: 2023-07-17

    Headline                                  the first paragraph, if it is one line, unless the header has a Title
                                              then caption, body and whatever the crawler left at the end
The text is the whole of it, header and leftovers included, as received: nothing that an offset points to moves. A year
among the categories is when the article was published, if no line says it better. docs/tutorial.md shows a dump.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from indexer.inputs.input import Input
from indexer.inputs.result import Reading, Refusal
from indexer.readers.articles.builder import article_of, the_one_in
from indexer.readers.registry import Reader
from indexer.readers.text.encoding import decode
from schemas.article import Article
from schemas.dates.partial_dates import PartialDate
from schemas.dates.written_dates import date_of

LONGEST_TITLE = 250  # characters; a longer first line is the beginning of the body

# What a line of the header may be called, and what it tells. None: it belongs to the header and tells nothing here.
KEYS: Mapping[str, str | None] = {
    "title": "title",
    "headline": "title",
    "url": "url",
    "link": "url",
    "source": "source",
    "outlet": "source",
    "date": "date",
    "published": "date",
    "language": "language",
    "categories": "categories",
    "category": "categories",
    **dict.fromkeys(("author", "byline", "section", "tags", "keywords", "copyright", "note"), None),
}
HEADER_LINE = re.compile(r"([A-Za-z]+)[ \t]*:[ \t]*(.*)")
YEAR = re.compile(r"(?:19|20)\d\d")


def read(source: Input) -> Iterator[Reading]:
    yield the_one_in(source, lambda data: article(decode(data), source))


def article(text: str, source: Input) -> Article:
    """The article that a dump holds; Refusal names what is wrong with it."""
    if text.lstrip().startswith("<"):
        raise Refusal("is markup (HTML or XML), not a text dump")
    lines = text.splitlines()
    header, body = split_header(lines)
    told: dict[str, object] = {"url": source.url, **source.told}
    told |= {"title": first_line(body) or told.get("title")}
    told |= {key: header[key] for key in ("title", "url", "source", "language") if key in header}
    day = published_on(header)
    return article_of(told | {"text": text} | ({"published_on": str(day)} if day else {}))


def split_header(lines: Sequence[str]) -> tuple[Mapping[str, str], Sequence[str]]:
    """The header by what its lines tell (the first of a kind counts), and the lines after it."""
    header: dict[str, str] = {}
    for number, line in enumerate(lines):
        match = HEADER_LINE.fullmatch(line)
        if not header and not line.strip():
            continue
        if match is None or match[1].lower() not in KEYS:
            return header, lines[number:]
        name, value = KEYS[match[1].lower()], match[2].strip()
        if name and value:
            header.setdefault(name, value)
    return header, ()


def first_line(lines: Sequence[str]) -> str:
    """The headline: the first paragraph where that is one line, "" otherwise, for a wrong one is worse than none."""
    filled = next((number for number, line in enumerate(lines) if line.strip()), None)
    if filled is None:
        return ""
    alone = not "".join(lines[filled + 1 : filled + 2]).strip()
    title = lines[filled].strip()
    return title if alone and len(title) <= LONGEST_TITLE else ""


def published_on(header: Mapping[str, str]) -> PartialDate | None:
    """The day of the Date line, or the year that stands among the categories, if just one does."""
    if "date" in header:
        try:
            return date_of(header["date"])
        except ValueError as error:
            raise Refusal(f"Date: {error}") from None
    years = {part.strip() for part in header.get("categories", "").split(",") if YEAR.fullmatch(part.strip())}
    return PartialDate(int(years.pop())) if len(years) == 1 else None


READER = Reader("dump", (".txt",), lambda head: False, read)  # it is what remains: see opening.recognise
