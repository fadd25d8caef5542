"""HTML and XML as bytes, as a tree, and as paragraphs: in bounded time and memory, whatever was sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from lxml import etree, html
from w3lib.encoding import html_body_declared_encoding, resolve_encoding

from indexer.inputs.result import Refusal
from indexer.readers.articles.sanity import encodable
from indexer.readers.pages.mojibake import mend
from indexer.readers.text.encoding import decode, encoding_of_mark

MAX_ELEMENTS = 30_000  # of a page with one article, which has some thousand: with this many trafilatura takes seconds
MAX_ATTRIBUTES = 500  # of a tag
TAG = re.compile(r"""<[A-Za-z](?:[^<>"']++|"[^"]*+"|'[^']*+'|["'])*+""")
NO_TAGS = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1|\Z)", re.IGNORECASE | re.DOTALL)
ATTRIBUTE = re.compile(r"""[^\s"'/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>]++))?+""")
ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, 2.2: no tree can hold them
SPACE = re.compile(r"\s+")

# What ends a paragraph: HTML's, and the names that trafilatura gives to what it extracts.
BLOCKS = frozenset(
    "address article aside blockquote body dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol "
    "p pre section ul table tr td head item list quote".split()
)
BREAKS = frozenset(("br", "lb"))
NO_TEXT = frozenset("script style noscript template figure table iframe svg form button audio video".split())


def decode_markup(data: bytes, charset: str | None = None) -> str:
    """By its mark; as UTF-8 where that fits and says more than ASCII does; then as it was declared by HTTP (`charset`)
    or by itself; or else as any text is. What was declared and does not fit is not believed.
    """
    if encoding_of_mark(data) is None and not data.isascii():
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    if encoding_of_mark(data) is None:
        # ValueError, for Python has encodings that are none of the web's: "undefined", and such as make surrogates.
        with suppress(ValueError, LookupError):
            declared = resolve_encoding(charset) if charset else html_body_declared_encoding(data)
            if declared and fits(text := data.decode(declared), data):
                return text
    return decode(data)


def fits(text: str, data: bytes) -> bool:
    """Any ASCII of even length can be read as UTF-16, which many say of it; but then its tags are none."""
    return ("<" in text) == (b"<" in data) and encodable(text)


def refuse_entities(text: str) -> None:
    """Entities that a document declares itself expand to whatever it likes: no page or feed needs them."""
    if ENTITY.search(text):
        raise Refusal("declares entities of its own, as bombs do and articles don't")


def refuse_attributes(text: str) -> None:
    """Parsers compare each attribute of a tag with each: of 40,000 they take a minute."""
    for tag in TAG.finditer(NO_TAGS.sub("", text)):
        if len(tag[0]) > MAX_ATTRIBUTES and sum(1 for _ in ATTRIBUTE.finditer(tag[0])) > MAX_ATTRIBUTES:
            raise Refusal(f"has a tag with more than {MAX_ATTRIBUTES} attributes: it is no article")


def tree_of(text: str) -> html.HtmlElement:
    """Refusal names what no page with an article does; MemoryError where the tree takes more than there is."""
    refuse_entities(text)
    refuse_attributes(text)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(CONTROL.sub("", text).encode(), parser=parser)
    except etree.ParserError:
        raise Refusal("is a page with nothing in it") from None
    finally:
        faults = {error.type_name for error in parser.error_log}
        if "ERR_NO_MEMORY" in faults:  # for which no exception is certain: half a tree may be given instead
            raise MemoryError
    if "ERR_RESOURCE_LIMIT" in faults:
        raise Refusal("nests its elements too deeply: it is no article")
    if sum(1 for _ in zip(tree.iter(), range(MAX_ELEMENTS + 1), strict=False)) > MAX_ELEMENTS:
        raise Refusal(f"has more than {MAX_ELEMENTS:,} elements: it is no article")
    return tree


def text_of(element: etree._Element) -> str:
    """Its paragraphs, parted by blank lines; a line that was broken within one stays a line."""
    return "\n\n".join(paragraphs(element))


def paragraphs(element: etree._Element) -> Iterator[str]:
    """Without recursion, so that no depth is too deep."""
    lines: list[list[str]] = [[]]  # of pieces, for to add a thousand to one string copies it a thousand times
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if node.tag in BLOCKS:
            yield from paragraph(lines)
            lines = [[]]
        elif event == "start" and node.tag in BREAKS:
            lines.append([])
        if event == "start" and node.tag in NO_TEXT:
            walk.skip_subtree()
        elif event == "start":
            lines[-1].append(node.text or "")
        if event == "end" and node is not element:
            lines[-1].append(node.tail or "")
    yield from paragraph(lines)


def paragraph(lines: list[list[str]]) -> Iterator[str]:
    filled = [line for pieces in lines if (line := SPACE.sub(" ", mend("".join(pieces))).strip())]
    if filled:
        yield "\n".join(filled)
