"""Crawls: WARC, as Common Crawl's news sets and web archives have it, and ARC, which was before it (packed.py sees to
.warc.gz). What is read are the pages in them.

A page is a record of type response with status 200, or of type resource or conversion, that holds HTML: by its
Content-Type, or by its first characters where there is none. Its address is WARC-Target-URI. WARC-Date is when it was
fetched, which is not when it was published, and is not used. Requests, metadata, robots.txt, pictures and what is not
found are no articles and no fault.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator

from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader

from indexer.inputs.input import MAX_INPUT, Input
from indexer.inputs.media_types import charset_of, type_of
from indexer.inputs.result import Refused
from indexer.readers.archives.records import ARC, KEPT, WARC, Form, Record, records
from indexer.readers.archives.streams import Damaged, named_faults
from indexer.readers.pages.html import PAGE
from indexer.readers.registry import Reader
from indexer.readers.text.encoding import first_characters

PAGES = (b"response", b"resource", b"conversion")
HTML = ("text/html", "application/xhtml+xml")
TYPE = re.compile(rb"^warc-type[ \t]*:[ \t]*(\w+)", re.IGNORECASE | re.MULTILINE)
ADDRESS = re.compile(rb"^warc-target-uri[ \t]*:[ \t]*<?(\S+?)>?[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
LENGTH = re.compile(rb"(?im)^(content-length[ \t]*:).*$")
LOADER = ArcWarcRecordLoader()
HEAD = 4_096  # bytes that tell a page


def read(source: Input) -> Iterator[Refused | Input]:
    """One record is in memory at a time; what is wrong with one costs the others nothing."""
    form = next((form for form in (WARC, ARC) if form.begins.match(source.stream.peek(HEAD))), None)
    if form is None:
        raise Damaged("is no crawl: it begins neither with WARC/1 nor with filedesc://")
    for record in records(source.stream, form):
        if record.fault:
            yield refuse(source, record, record.fault)
        elif form is ARC or kind_of(record) in PAGES:
            if form is WARC and not address_of(record):
                yield refuse(source, record, "has no WARC-Target-URI")
            else:
                yield from pages(source, record, form)


def kind_of(record: Record) -> bytes:
    found = TYPE.search(record.head)
    return found[1].lower() if found else b""


def address_of(record: Record) -> str | None:
    found = ADDRESS.search(record.head)
    return found[1].decode("utf-8", "replace") if found else None


def refuse(source: Input, record: Record, reason: str) -> Refused:
    """Known by its address, or else by its number alone."""
    url, number = address_of(record), f"record {record.number:,}"
    told = f"{reason} ({number})" if url else reason
    return Refused(source.inside(url or number), told, len(record.content))


def pages(source: Input, record: Record, form: Form) -> Iterator[Refused | Input]:
    """The page that it holds, if it holds one."""
    try:
        loaded = load(record, form)
        content_type = told_type(loaded)
        if content_type is None:
            return
        with named_faults(), contextlib.redirect_stderr(io.StringIO()) as said:  # warcio prints what it finds odd
            content = loaded.content_stream().read(MAX_INPUT + 1)
    except Exception as error:  # noqa: BLE001 - warcio raises many kinds, AttributeError among them
        yield refuse(source, record, f"is no record that can be read: {said_by(error)}")
        return
    if not content_type and not PAGE.match(first_characters(content[:HEAD])):
        return
    url = loaded.rec_headers.get_header("WARC-Target-URI")
    if reason := loaded.rec_headers.get_header("WARC-Truncated"):
        yield Refused(source.inside(url), f"was cut off by who crawled it ({reason})", len(content))
    elif said.getvalue():
        yield refuse(source, record, f"is damaged: {said.getvalue().strip()}")
    else:
        stream: io.BufferedReader = io.BufferedReader(io.BytesIO(content))
        yield source.within(url, stream, suffix=".html", url=url, charset=charset_of(content_type))


def said_by(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__


def load(record: Record, form: Form) -> ArcWarcRecord:
    head = record.head
    if len(record.content) < KEPT:  # as long as it was found to be
        head = LENGTH.sub(rb"\1 %d" % len(record.content), head)
    with contextlib.redirect_stderr(io.StringIO()):
        return LOADER.parse_record_stream(io.BytesIO(head + record.content), known_format=form.name.lower())


def told_type(record: ArcWarcRecord) -> str | None:
    """The Content-Type of what may be a page, "" where none is told, None of what is none."""
    headers = record.rec_headers
    if record.http_headers:
        if record.http_headers.get_statuscode() != "200":
            return None
        headers = record.http_headers
    elif record.rec_type == "response":
        return None
    told = headers.get_header("Content-Type") or ""
    return told if not told or type_of(told) in HTML else None


def recognises(head: bytes) -> bool:
    return head.startswith((b"WARC/1", b"WARC/0", b"filedesc:"))


READER = Reader("warc", (".warc", ".arc"), recognises, read)
