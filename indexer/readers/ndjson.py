"""NDJSON: one article a line, as `schemas.wire.article` shows it, with or without its statements.

    {"title": "…", "source": "Black Sea Herald", "url": "https://…", "published_on": "2023-07-17", "text": "…"}

Only `text` is required. An `id` names the article in messages and in what `demarche extract` prints; `statements`,
with `countries` and `territories`, are taken as they are given (`indexer.given`). Other keys are left alone: exports
carry many. A line that can't be read is refused by its number, and the next one goes on.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import count
from typing import Any

import orjson
from marshmallow import EXCLUDE, ValidationError

from indexer.readers.decoding import decode, first_characters, marked_encoding
from indexer.readers.faults import flat, reason
from indexer.readers.reading import MAX_INPUT, Input, Loaded, Origin, Reader, Reading, Refusal, Refused
from indexer.readers.sanity import checked
from schemas.article import Article
from schemas.wire.article import ArticleSchema

GIVEN = ("statements", "countries", "territories")
JSON = re.compile(r"\{|\[\s*\{")
ESCAPED_BYTE = re.compile("[\udc80-\udcff]")


def read(source: Input) -> Iterator[Reading]:
    """Streams: one line is in memory at a time, and of one too long no more than is needed to tell."""
    with text_lines(source) as lines:
        for number in count(1):
            origin = source.at(number)
            try:
                line = lines.readline(MAX_INPUT + 1)
            except UnicodeDecodeError as error:
                yield Refused(origin, f"from here on the file is not {error.encoding}: the rest of it can't be read")
                return
            if not line:
                return
            if len(line) > MAX_INPUT and not line.endswith("\n"):
                yield Refused(origin, f"is longer than {MAX_INPUT:,} characters", len(line) + skip_line(lines))
            elif line.strip():
                yield reading_of(line, origin)


def text_lines(source: Input) -> io.TextIOWrapper:
    """Lines end at a line feed alone: U+2028 and the like may stand in JSON's strings.

    Bytes that are not UTF-8 come through as surrogates, so that the line that holds them can be seen to by itself.
    """
    encoding = marked_encoding(source.stream.peek(4))
    errors = "surrogateescape" if encoding in (None, "utf-8-sig") else "strict"
    return io.TextIOWrapper(source.stream, encoding=encoding or "utf-8", errors=errors, newline="\n")


def skip_line(lines: io.TextIOWrapper) -> int:
    """Read to the end of the line, keeping none of it; how many characters that was."""
    skipped = 0
    while part := lines.readline(MAX_INPUT):
        skipped += len(part)
        if part.endswith("\n"):
            break
    return skipped


def reading_of(line: str, origin: Origin) -> Reading:
    try:
        if ESCAPED_BYTE.search(line):
            line = decode(line.encode("utf-8", "surrogateescape"))
        return loaded(parse(line.strip()), origin, len(line))
    except Refusal as refusal:
        return Refused(origin, str(refusal), len(line))


def parse(line: str) -> dict[str, Any]:
    try:
        document = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise Refusal(f"is not JSON: {error.msg} at character {error.colno}") from None
    if not isinstance(document, dict):
        raise Refusal("is not a JSON object: each line holds one article")
    return document


def loaded(document: dict[str, Any], origin: Origin, size: int) -> Loaded:
    try:
        article = checked(Article(**ArticleSchema(unknown=EXCLUDE).load(document)))
    except ValidationError as error:
        raise Refusal(reason(error), list(flat(error.messages))) from None
    key = document.get("id")
    given = {name: document.get(name) for name in GIVEN} if document.get("statements") is not None else None
    return Loaded(article, origin, size, None if key is None else str(key), given)


READER = Reader("ndjson", (".ndjson", ".jsonl"), lambda head: bool(JSON.match(first_characters(head))), read)
