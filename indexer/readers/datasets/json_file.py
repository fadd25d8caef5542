"""JSON that is no line of NDJSON: one array of articles, or one article, over any number of lines.

    [{"title": "…", "text": "…"}, {"title": "…", "text": "…"}]

Each is what a line of NDJSON holds, and known by its number. One is in memory at a time, so the array may be of any
length. Where the first has no text the file holds something else, and is refused at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.inputs.input import MAX_INPUT, Input
from indexer.inputs.result import Reading, Refusal, Refused
from indexer.readers.datasets.columns import names
from indexer.readers.datasets.ndjson import find_lack, load, parse, rename
from indexer.readers.registry import Reader
from indexer.readers.text.encoding import decode, first_characters
from indexer.readers.text.lines import tell_wrong_encoding, text_lines

JSON = re.compile(r"""\[\s*[\[{"\]]|\{\s*\n""")  # an object that goes on in the next line is no line of NDJSON
PART = 65_536  # bytes that are read at once
NO_VALUE = b" \t\r\n,"
DEEPEST = 1_000  # brackets
OUTSIDE = re.compile(rb'(["\[\]{}])')
INSIDE = re.compile(rb'(?:[^"\\]++|\\.)*+(["\\])', re.DOTALL)  # to its end, or to a backslash that a part ends with


def read(source: Input) -> Iterator[Reading]:
    unproved = True
    for number, found in enumerate(values(source), 1):
        origin = source.inside(f"article {number}")
        if isinstance(found, Refusal):
            yield Refused(source.origin if unproved else origin, str(found))
            continue
        try:
            document = parse(decode(found))
            if unproved:
                prove(document, source)
            unproved = False
            yield load(rename(document, source.columns), origin, len(found))
        except Refusal as refusal:
            if unproved:
                yield Refused(source.origin, f"{refusal}: the file is not read", len(found))
                return
            yield Refused(origin, str(refusal), len(found))


def prove(document: dict[str, object], source: Input) -> None:
    """Refusal where the first holds no text, or lacks what the user named."""
    wanted = {field: path for field, path in names(source.columns).items() if field in ("text", *source.columns)}
    if lack := find_lack(document, wanted):
        raise Refusal(lack)


def values(source: Input) -> Iterator[bytes | Refusal]:
    """The objects of the outermost array, or those that follow each other without one; UTF-8 where that fits."""
    scan = Scan()
    with text_lines(source) as text:
        try:
            while part := text.read(PART):
                yield from scan.feed(part.encode("utf-8", "surrogateescape"))
                if scan.depth > DEEPEST:
                    yield Refusal("nests too deeply: it holds no articles")
                    return
        except UnicodeDecodeError as error:
            yield Refusal(tell_wrong_encoding(error))
            return
    if scan.outermost is None and scan.value:
        yield Refusal("is not JSON, neither an array nor an object")
    elif scan.value.strip(NO_VALUE) or scan.depth:
        yield Refusal("breaks off: it has no end")


class Scan:
    """Finds where values begin and end, by their brackets outside of strings."""

    def __init__(self) -> None:
        self.value = bytearray()
        self.depth = 0  # open brackets
        self.outermost: int | None = None  # brackets around each value: one for an array, none without
        self.quoted = self.escaped = self.too_long = False

    def feed(self, part: bytes) -> Iterator[bytes | Refusal]:
        at = 0
        while at < len(part):
            if self.escaped:
                end, mark = at + 1, b""
                self.escaped = False
            else:
                found = INSIDE.match(part, at) if self.quoted else OUTSIDE.search(part, at)
                end, mark = (found.end(), found[1]) if found else (len(part), b"")
            self.keep(part[at:end])
            at = end
            if mark and self.closes(mark) and (value := self.taken()):
                yield value
            if self.depth > DEEPEST:
                return

    def keep(self, piece: bytes) -> None:
        self.value += piece
        if len(self.value) > MAX_INPUT:
            self.too_long = True
            self.value.clear()

    def closes(self, mark: bytes) -> bool:
        """Whether a value ends with this quotation mark, backslash or bracket."""
        if mark == b"\\":
            self.escaped = True
        elif mark == b'"':
            self.quoted = not self.quoted
        elif mark in b"[{":
            if self.outermost is None:
                self.outermost = int(mark == b"[")
                self.value = self.value if self.outermost == 0 else bytearray()
            self.depth += 1
        else:
            self.depth -= 1
            return self.depth <= (self.outermost or 0)
        return False

    def taken(self) -> bytes | Refusal | None:
        """None where there is nothing but the end of the array."""
        value, too_long = bytes(self.value).strip(NO_VALUE), self.too_long
        self.value.clear()
        self.too_long = False
        if too_long:
            return Refusal(f"is longer than {MAX_INPUT:,} bytes")
        if self.depth >= (self.outermost or 0):
            return value
        self.depth = 0
        return Refusal("is an array of something else than objects") if value != b"]" else None


# Of no suffix, for .json is anything: in a folder it is passed over and named, and read where it is named itself.
READER = Reader("json", (), lambda head: bool(JSON.match(first_characters(head))), read)
