"""GDELT's Global Quotation Graph (.gqg.json): of each article its address, language, and quotations with what surrounds
them, one article a line (https://blog.gdeltproject.org/announcing-the-global-quotation-graph/).

    {"date": "2023-07-17T12:00:00Z", "url": "https://…", "title": "…", "lang": "ENGLISH",
     "quotes": [{"pre": "… the minister said ", "quote": "We agree.", "post": " after the talks …"}]}

The article's text is what is left of it: before, quotation and after, parted by blank lines. Its statements are the
quotations, already split: direct, and nobody's, for GDELT does not say whose they are. `date` is when GDELT saw the
article, which is minutes after it came out. Its text holds no articles whole, so a page itself is always worth more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from indexer.inputs.hosts import site_of
from indexer.inputs.input import Input, Origin
from indexer.inputs.result import Loaded, Reading, Refusal, Refused
from indexer.readers.articles.builder import article_of
from indexer.readers.datasets.ndjson import parse
from indexer.readers.registry import Reader
from indexer.readers.text.encoding import first_characters
from indexer.readers.text.lines import decode_line, lines_of
from schemas.languages import language_names
from schemas.spelling import nearest

GRAPH = re.compile(r'\{(?=.*"quotes"\s*:\s*\[\s*\{).*"(?:pre|quote|post)"\s*:', re.DOTALL)
PARTS = ("pre", "quote", "post")
BETWEEN = "\n\n"


def read(source: Input) -> Iterator[Reading]:
    for found in lines_of(source):
        if isinstance(found, Refused):
            yield found
            continue
        origin, line = found
        if not line.strip():
            continue
        try:
            yield load(parse(decode_line(line).strip()), origin, len(line))
        except Refusal as refusal:
            yield Refused(origin, str(refusal), len(line))


def load(document: Mapping[str, Any], origin: Origin, size: int) -> Loaded:
    text, spans = laid_out(document.get("quotes"))
    told = {
        "title": document.get("title"),
        "url": document.get("url"),
        "source": site_of(str(document.get("url"))),
        "published_on": document.get("date"),
        "language": language(document.get("lang")),
        "text": text,
    }
    # No speaker, and no cue: neither may be taken from the words around a quotation that may be another's.
    statements = [{"kind": "direct", "spans": [list(span)], "speaker": None, "cue": None} for span in spans]
    return Loaded(article_of(told), origin, size, given={"statements": statements})


def laid_out(quotes: Any) -> tuple[str, list[tuple[int, int]]]:
    """The text, and where in it the quotations stand: [start, end) in code points."""
    if not isinstance(quotes, list) or not quotes:
        raise Refusal("quotes: there are none")
    text = ""
    spans = []
    for number, quote in enumerate(quotes):
        if not isinstance(quote, dict) or not all(isinstance(quote.get(part, ""), str) for part in PARTS):
            raise Refusal(f"quotes.{number}: is not an object of texts, pre, quote and post")
        if not quote.get("quote", "").strip():
            raise Refusal(f"quotes.{number}.quote: is empty")
        for part in PARTS:
            words = quote.get(part, "").strip()
            if not words:
                continue
            text += BETWEEN if text else ""
            if part == "quote":
                spans.append((len(text), len(text) + len(words)))
            text += words
    return text, spans


def language(told: Any) -> str | None:
    """ISO 639-1, of a code or of an English name in any case ("ENGLISH", "Chinese"); None where nothing is told."""
    name = str(told or "").strip().casefold()
    if not name:
        return None
    code = name if name in languages().values() else languages().get(name)
    if code is None:
        meant = nearest(name, languages())
        raise Refusal(f"lang: {told!r} is no language that is known" + (f"; is it {meant}?" if meant else ""))
    return code


@cache
def languages() -> Mapping[str, str]:
    """ISO 639-1 codes by English names in lower case."""
    return {name.casefold(): code for code, name in language_names().items()}


READER = Reader("gdelt", (".gqg.json",), lambda head: bool(GRAPH.match(first_characters(head))), read)
