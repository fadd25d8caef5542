"""WARC, as Common Crawl's news sets and web archives have it (.warc; packed.py sees to .warc.gz): the pages in it.

A page is a record of type response with status 200, or of type resource or conversion, that holds HTML; its address is
WARC-Target-URI. WARC-Date is when it was fetched, which is not when it was published, and is not used. Requests,
metadata, robots.txt, pictures and what is not found are no articles and no fault.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from email.message import Message

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.limitreader import LimitReader
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

from indexer.readers.reading import MAX_INPUT, Input, Reader, Refused
from indexer.readers.unpacking import LARGEST_PART, Damaged, named_faults

HTML = ("text/html", "application/xhtml+xml")
BROKEN = (ArchiveLoadFailed, StatusAndHeadersParserException, ValueError)


def read(source: Input) -> Iterator[Refused | Input]:
    """One record is in memory at a time."""
    number = 0
    try:
        for number, record in enumerate(records(source), 1):
            if content_type := page_type(record):
                yield page(source, record, number, content_type)
            with named_faults():
                whole = finish(record)
            if not whole and content_type is None:  # a page has said so
                raise Damaged("breaks off")
    except (OSError, *BROKEN) as error:
        reason = str(error) if isinstance(error, OSError) else f"is no WARC: {' '.join(str(error).split())}"
        yield Refused(source.origin, f"after record {number:,}, it {reason}" if number else reason)


def records(source: Input) -> Iterator[ArcWarcRecord]:
    if not source.stream.peek(5).startswith(b"WARC/"):
        raise Damaged("is no WARC: it does not begin with WARC/1")
    iterator = ArchiveIterator(Lines(source.stream))
    while True:
        with contextlib.redirect_stderr(io.StringIO()):  # warcio prints what it finds odd
            try:
                record = next(iterator, None)
            except AttributeError:  # its own, where it looks for how the address begins
                raise Damaged("holds a record without WARC-Target-URI") from None
        if record is None:
            return
        if not isinstance(record.raw_stream, LimitReader):
            raise Damaged("holds a record without Content-Length")
        yield record


class Lines:
    """Bytes in which no line is endless, for warcio holds whole lines of headers in memory."""

    def __init__(self, stream: io.BufferedReader):
        self.stream = stream
        self.unbroken = 0

    def read(self, size: int = -1) -> bytes:
        part = self.stream.read1(size)
        end = part.rfind(b"\n")
        self.unbroken = self.unbroken + len(part) if end < 0 else len(part) - end
        if self.unbroken > LARGEST_PART:
            raise Damaged(f"has a line of more than {LARGEST_PART:,} bytes")
        return part


def page_type(record: ArcWarcRecord) -> Message | None:
    """The Content-Type of a page, None of what is none."""
    if record.rec_type == "response" and record.http_headers:
        if record.http_headers.get_statuscode() != "200":
            return None
        told = record.http_headers.get_header("Content-Type")
    elif record.rec_type in ("resource", "conversion"):
        told = record.rec_headers.get_header("Content-Type")
    else:
        return None
    message = Message()
    message["Content-Type"] = told or ""
    return message if message.get_content_type() in HTML else None


def page(source: Input, record: ArcWarcRecord, number: int, content_type: Message) -> Refused | Input:
    """Read before it is given, for only then is it known to be whole."""
    url = record.rec_headers.get_header("WARC-Target-URI")
    name = url or f"record {number}"
    with named_faults(), contextlib.redirect_stderr(io.StringIO()) as said:
        content = record.content_stream().read(MAX_INPUT + 1)
    if reason := record.rec_headers.get_header("WARC-Truncated"):
        return Refused(source.inside(name), f"was cut off by who crawled it ({reason})", len(content))
    if said.getvalue():
        return Refused(source.inside(name), f"is damaged: {said.getvalue().strip()}", len(content))
    if len(content) <= MAX_INPUT and not finish(record):
        return Refused(source.inside(name), f"breaks off (record {number:,})", len(content))
    charset = content_type.get_content_charset()
    return source.within(name, io.BufferedReader(io.BytesIO(content)), suffix=".html", url=url, charset=charset)


def finish(record: ArcWarcRecord) -> bool:
    """Read what is left of it, keeping nothing; whether all of it was there."""
    while record.raw_stream.read(1 << 16):
        pass
    return bool(record.raw_stream.limit == 0)


READER = Reader("warc", (".warc",), lambda head: head.startswith((b"WARC/1", b"WARC/0")), read)
