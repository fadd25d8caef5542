"""JSON as pages hold it, which is often none: with comments, CDATA, commas too many, line breaks in strings, escaped
as HTML is, or several documents in a row.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import orjson

# Strings come first, so that nothing within one is touched. What is never closed goes to the end, and keeps it linear.
OUTSIDE = re.compile(
    r'"(?:[^"\\]++|\\.?)*+(?:"|\Z)'
    r"|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|\]\]&gt;|<!--|-->"
    r"|//[^\n]*|/\*.*?(?:\*/|\Z)",
    re.DOTALL,
)
EXTRA_COMMA = re.compile(r'("(?:[^"\\]++|\\.?)*+(?:"|\Z))|,(?=\s*+[}\],])|,(?=\s*+\Z)', re.DOTALL)
WRONG_ESCAPE = re.compile(r'\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})(.?)', re.DOTALL)
BETWEEN = re.compile(r"[\s;,\ufeff]*+")
ASSIGNED = re.compile(r"(?:(?:var|let|const)\s++)?+[\w.]{1,60}+\s*+=\s*+(?=[\[{])")
LONGEST = 500_000  # characters that are mended; what is JSON has no limit here
DECODER = json.JSONDecoder(strict=False)  # control characters may stand in strings


def documents(text: str) -> Iterator[Any]:
    """What can be read of it, one document after another; nothing where it is no JSON even so."""
    try:
        yield orjson.loads(text)
    except orjson.JSONDecodeError:
        if len(text) <= LONGEST:
            yield from loose(text)


def loose(text: str) -> Iterator[Any]:
    if '"' not in text:
        text = html.unescape(text)
    text = EXTRA_COMMA.sub(lambda found: found[1] or "", OUTSIDE.sub(keep, text)).strip()
    at = assigned.end() if (assigned := ASSIGNED.match(text)) else 0
    while (at := skip(text, at)) < len(text):
        try:
            document, at = DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        if isinstance(document, (dict, list)):
            yield document


def keep(found: re.Match[str]) -> str:
    """A string, with backslashes that escape nothing taken for themselves; nothing of what stands outside of any."""
    return WRONG_ESCAPE.sub(r"\1", found[0]) if found[0].startswith('"') else ""


def skip(text: str, at: int) -> int:
    between = BETWEEN.match(text, at)
    return between.end() if between else at
