"""The records of a crawl, one after another. What is broken in one costs the next nothing: its beginning is looked for.

A record is a head, which tells how long the content is, the content, and an end. Where the length is wrong, the content
ends where the end of a record and the head of the next one are.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.inputs.input import MAX_INPUT
from indexer.readers.archives.streams import Damaged

LARGEST_HEAD = 262_144  # bytes, with the headers of HTTP: servers send some thousand
KEPT = MAX_INPUT + LARGEST_HEAD  # bytes of a content that are kept: of a longer one nothing is read
LONGEST_LINE = 8_192  # bytes of the first line of a head
AT_ONCE = 65_536  # bytes
BETWEEN = 16  # bytes of empty lines between two records
WRONG = "is not as long as it says, and may be cut off"


@dataclass(frozen=True, slots=True)
class Form:
    """How crawls of one kind are written. `begins` matches where a head does, at the beginning of a line."""

    name: str
    begins: re.Pattern[bytes]
    head_ends: re.Pattern[bytes]
    length: re.Pattern[bytes]
    ends: bytes


WARC = Form(
    "WARC",
    re.compile(rb"(?:\A|(?<=\n))WARC/[01]\.\d"),
    re.compile(rb"\r?\n\r?\n"),
    re.compile(rb"^content-length[ \t]*:[ \t]*(\d{1,18})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE),
    b"\r\n\r\n",
)
ARC = Form(
    "ARC",
    re.compile(
        rb"(?:\A|(?<=\n))(?:https?|ftp|dns|filedesc|warcinfo):[^\s]* [^\s]* \d{14} [^\r\n]*(?<=[ ])\d{1,18}(?=\r?\n)"
    ),
    re.compile(rb"\r?\n"),
    re.compile(rb" (\d{1,18})\r?\n\Z"),
    b"\n",
)


@dataclass(frozen=True, slots=True)
class Record:
    """`number` counts from 1. `fault` is what is wrong with it, in words for the user, "" for a whole one; then `head`
    and `content` are as far as they could be told. Of a content that is longer than any article, KEPT bytes are there.
    """

    number: int
    head: bytes = b""
    content: bytes = b""
    fault: str = ""


class Ahead:
    """A stream of which what comes next can be looked at, up to its end or to a damage."""

    def __init__(self, stream: io.BufferedReader):
        self.stream = stream
        self.bytes = bytearray()
        self.ended = False
        self.damage: OSError | None = None

    def fill(self, size: int) -> bool:
        """Have so many bytes to look at; whether there are."""
        while len(self.bytes) < size and not self.ended:
            try:
                part = self.stream.read1(AT_ONCE)
            except OSError as error:
                self.damage = error
                unsure = error.unsure if isinstance(error, Damaged) else 0
                del self.bytes[max(0, len(self.bytes) - unsure) :]
                part = b""
            self.bytes += part
            self.ended = not part
        return len(self.bytes) >= size

    def take_damage(self) -> str:
        """By what it seemed to end there, "" if by its end; what comes after it is next, if anything is."""
        damage, self.damage = self.damage, None
        self.ended = damage is None
        return (damage.strerror or str(damage)) if damage else ""

    def find(self, pattern: re.Pattern[bytes], start: int, most: int) -> re.Match[bytes] | None:
        """Where it is first found from `start` on, within `most` bytes."""
        size = start
        while size < most:
            more = self.fill(size := min(most, max(2 * size, size + AT_ONCE)))
            if found := pattern.search(self.bytes, start):
                return found
            if not more:
                break
        return None

    def take(self, size: int) -> bytes:
        part = bytes(self.bytes[:size])
        del self.bytes[:size]
        return part

    def skip(self, size: int) -> bool:
        """Whether there was so much."""
        while size > 0 and self.fill(1):
            size -= len(self.take(size))
        return size == 0


def records(stream: io.BufferedReader, form: Form) -> Iterator[Record]:
    """All that are told apart, whole or not; one is in memory at a time."""
    ahead = Ahead(stream)
    number, told = 0, ""
    while True:
        if begun(ahead):
            number += 1
            record = next_record(ahead, form, number)
            told = record.fault
            yield record
        elif fault := ahead.take_damage():
            if not told:  # the record that it broke off has said so
                number += 1
                yield Record(number, fault=fault)
            told = ""
            if not ahead.fill(1):  # the stream gives nothing but its fault, again and again
                return
        else:
            return


def begun(ahead: Ahead) -> bool:
    """Whether another one begins, behind the lines that end the one before."""
    while ahead.fill(1):
        if ahead.bytes[0] not in b"\r\n":
            return True
        ahead.take(1)
    return False


def next_record(ahead: Ahead, form: Form, number: int) -> Record:
    ahead.fill(LARGEST_HEAD)
    if not form.begins.match(ahead.bytes):
        to_the_next(ahead, form, 0)
        return Record(number, fault=f"is no record of {form.name}")
    head_ends = ahead.find(form.head_ends, 0, LARGEST_HEAD)
    if not head_ends:
        to_the_next(ahead, form, 1)
        return Record(number, fault=f"has more than {LARGEST_HEAD:,} bytes of headers, or breaks off in them")
    head = ahead.take(head_ends.end())
    told = form.length.search(head)
    if not told:
        to_the_next(ahead, form, 0)
        return Record(number, head, fault="has no Content-Length")
    return content_of(ahead, form, number, head, int(told[1]))


def content_of(ahead: Ahead, form: Form, number: int, head: bytes, length: int) -> Record:
    kept = min(length, KEPT)
    whole = ahead.fill(kept)
    if length > KEPT:
        content = ahead.take(kept)
        return Record(number, head, content, "" if ahead.skip(length - kept) else "breaks off")
    if whole and ends_here(ahead, form, kept):
        return Record(number, head, ahead.take(kept))
    # A mark that is no end of a record may stand in an article on crawls; so only a wrong length has it looked for.
    following = ahead.find(form.begins, 0, KEPT)
    if following is None:
        return Record(number, head, ahead.take(len(ahead.bytes)), "breaks off" if not whole else WRONG)
    content = ahead.take(following.start())
    finished = content.endswith(form.ends)
    return Record(number, head, content.removesuffix(form.ends), "" if finished else WRONG)


def ends_here(ahead: Ahead, form: Form, at: int) -> bool:
    """Whether the record's end is there, or the next record behind the ends of lines, or nothing more."""
    end = at
    while ahead.fill(end + 1) and ahead.bytes[end] in b"\r\n" and end - at < BETWEEN:
        end += 1
    ahead.fill(end + LONGEST_LINE)
    ended = form is WARC and ahead.bytes.startswith(form.ends, at)
    return ended or len(ahead.bytes) == end or form.begins.match(ahead.bytes, end) is not None


def to_the_next(ahead: Ahead, form: Form, start: int) -> None:
    """Pass over what lies before the next head, however much it is."""
    while not (found := form.begins.search(ahead.bytes, start)):
        size = len(ahead.bytes)
        ahead.fill(size + AT_ONCE)
        if len(ahead.bytes) == size:
            ahead.take(size)
            return
        if size > LONGEST_LINE:  # the first of those left may be the one that its line's end stands before
            ahead.take(size - LONGEST_LINE)
            start = 1
    ahead.take(found.start())
