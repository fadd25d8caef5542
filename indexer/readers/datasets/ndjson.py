"""NDJSON: one article a line, as `schemas.wire.article` shows it, with or without its statements.

    {"title": "…", "source": "Black Sea Herald", "url": "https://…", "published_on": "2023-07-17", "text": "…"}

Only `text` is required. An `id` names the article within its outlet; `statements`, with `countries` and `territories`,
are taken as they are given (`indexer.interchange.statements`). Other keys are left alone, for dumps carry many, and
named once. A line that can't be read is refused by its number, and the next one goes on.

Columns are keys, or paths to keys within ("body.plain"). The first line must have them all, for a slip in a name would
else lose all titles in silence; later lines may leave some out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import orjson

from indexer.inputs.input import Input, Origin
from indexer.inputs.result import Loaded, Reading, Refusal, Refused
from indexer.interchange.backup import KEPT, read_untouched
from indexer.readers.articles.builder import article_of
from indexer.readers.articles.sanity import check
from indexer.readers.datasets.columns import find_unused, tell_missing
from indexer.readers.registry import Reader
from indexer.readers.text.encoding import first_characters
from indexer.readers.text.lines import decode_line, lines_of

GIVEN = (*KEPT, "checksum")
JSON = re.compile(r"\{")
DEEP = 200  # brackets; with fewer no line nests deeper than orjson can write


def read(source: Input) -> Iterator[Reading]:
    unproved = source.columns
    for found in lines_of(source):
        if isinstance(found, Refused):
            yield found
            continue
        origin, line = found
        if not line.strip():
            continue
        try:
            document = parse(decode_line(line).strip())
            if lack := find_lack(document, unproved):
                yield Refused(origin, f"{lack}: the file is not read", len(line))
                return
            unproved = {}
            one = load(rename(document, source.columns), origin, len(line))
            yield one if one.untouched else replace(one, unused=find_unused(document, source.columns))
        except Refusal as refusal:
            yield Refused(origin, str(refusal), len(line), line)


def parse(line: str) -> dict[str, Any]:
    try:
        document = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise Refusal(f"is not JSON: {error.msg} at character {error.colno}") from None
    if not isinstance(document, dict):
        raise Refusal("is not a JSON object, as each article is")
    if line.count("[") + line.count("{") > DEEP:
        try:
            orjson.dumps(document)
        except orjson.JSONEncodeError:  # it reads four times as deep as it writes
            raise Refusal("nests too deeply: it is no article") from None
    return document


def find_lack(document: Mapping[str, Any], columns: Mapping[str, str]) -> str | None:
    """Which of these it does not have, and what it has, in words for the user; None where it has them all."""
    for field, path in columns.items():
        there = paths(document, levels=path.count(".") + 1)
        if path not in there:
            return tell_missing(path, field, there)
    return None


def paths(document: Mapping[str, Any], levels: int, above: str = "") -> list[str]:
    """Its keys, each followed by those within it ("body", "body.plain")."""
    found = []
    for key, value in document.items():
        found.append(above + key)
        if levels > 1 and isinstance(value, dict):
            found += paths(value, levels - 1, f"{above}{key}.")
    return found


def rename(document: dict[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    """With what the user's columns hold under the names that articles have."""
    return document | {field: at(document, path) for field, path in columns.items()}


def at(document: Any, path: str) -> Any:
    """What stands there, or None; a key with dots in it comes before a path."""
    if not isinstance(document, dict):
        return None
    if path in document:
        return document[path]
    key, _, rest = path.partition(".")
    return at(document.get(key), rest) if rest else None


def load(document: dict[str, Any], origin: Origin, size: int) -> Loaded:
    key = document.get("id")
    given = {name: document.get(name) for name in GIVEN} if document.get("statements") is not None else None
    kept = read_untouched(document) if given is not None else None
    article = check(kept) if kept else article_of(document)
    return Loaded(article, origin, size, None if key in (None, "") else str(key), given, untouched=kept is not None)


READER = Reader("ndjson", (".ndjson", ".jsonl"), lambda head: bool(JSON.match(first_characters(head))), read)
