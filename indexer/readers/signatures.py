"""Kinds of files that are not read, told by their first bytes whatever they are called: what they are, what to do."""

from __future__ import annotations

import re

from indexer.readers.registry import Reader

TEXT_OUT = "take the text out of it first (pdftotext does), and give that as .txt"
AS_TEXT = "save it as plain text or HTML, and give that"
UNPACK = "unpack it, or pack it as .zip, .tar or .gz"
PLAIN = "only text, pages, feeds, tables, JSON, crawls and archives of these are read"

MARKS: tuple[tuple[bytes, int, str, str], ...] = (  # what stands where in the file
    (b"%!PS", 0, "PostScript", TEXT_OUT),
    (b"{\\rtf", 0, "a text in RTF", AS_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "a document of Word or another old program of Microsoft Office", AS_TEXT),
    (b"\x89PNG\r\n", 0, "a picture (PNG)", PLAIN),
    (b"\xff\xd8\xff", 0, "a picture (JPEG)", PLAIN),
    (b"GIF8", 0, "a picture (GIF)", PLAIN),
    (b"II*\0", 0, "a picture (TIFF)", PLAIN),
    (b"MM\0*", 0, "a picture (TIFF)", PLAIN),
    (b"WEBP", 8, "a picture (WebP)", PLAIN),
    (b"WAVE", 8, "a recording (WAV)", PLAIN),
    (b"ID3", 0, "a recording (MP3)", PLAIN),
    (b"OggS", 0, "a recording (Ogg)", PLAIN),
    (b"fLaC", 0, "a recording (FLAC)", PLAIN),
    (b"ftyp", 4, "a film, a recording or a picture (MP4, HEIF)", PLAIN),
    (b"\x1aE\xdf\xa3", 0, "a film (Matroska, WebM)", PLAIN),
    (b"7z\xbc\xaf\x27\x1c", 0, "an archive of 7-Zip", UNPACK),
    (b"Rar!\x1a\x07", 0, "an archive of RAR", UNPACK),
    (b"\x28\xb5\x2f\xfd", 0, "packed by Zstandard", UNPACK),
    (b"\x04\x22\x4d\x18", 0, "packed by LZ4", UNPACK),
    (b"\x1f\x9d", 0, "packed by compress", UNPACK),
    (b"SQLite format 3\0", 0, "a database (SQLite)", "export its table as CSV, and give that"),
    (b"PAR1", 0, "a table in Parquet", "write it as CSV or NDJSON, and give that"),
    (b"\x7fELF", 0, "a program", PLAIN),
    (b"MZ", 0, "a program", PLAIN),
    (b"wOF", 0, "a font", PLAIN),
)
AMONG_TEXT = (b"%!PS", b"{\\rtf")  # all others hold bytes that no text does
# Office's and others' documents are ZIPs: told by the name of the first file, which stands in its header.
ZIPPED = re.compile(rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|_rels/|word/|xl/|ppt/|docProps/)", re.DOTALL)
ZIPPED_TYPE = re.compile(rb"PK\x03\x04.{26}mimetype.{0,64}?application/(vnd\.oasis|epub)", re.DOTALL)
PACKED = ((b"\x1f\x8b", "gz"), (b"BZh", "bz2"), (b"\xfd7zXZ\0", "xz"), (b"PK\x03\x04", "zip"))
HOLD_OTHERS = frozenset(("packed", "zip", "tar"))  # readers that are given such bytes

HEAD = 4_096  # bytes of a file that are looked at
HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]*):|[ \t]|>?From ")
MAIL = frozenset(
    "received return-path message-id mime-version delivered-to dkim-signature x-mailer in-reply-to x-received "
    "content-transfer-encoding authentication-results arc-seal list-unsubscribe snapshot-content-location".split()
)
MAILBOX = re.compile(rb"From \S+ .*\d\d:\d\d.*\d{4}\r?\n")


def tell_unsupported(head: bytes, reader: Reader) -> str | None:
    """Why what begins so is not read, though `reader` was to read it; None of what may be read."""
    if mail := mail_in(head):
        return mail
    if head[:1_024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-"):
        return f"is a PDF: {TEXT_OUT}"
    if ZIPPED.match(head):
        return f"is a document of Word, Excel or PowerPoint: {AS_TEXT}"
    if found := ZIPPED_TYPE.match(head):
        return f"is {'a book (EPUB)' if found[1] == b'epub' else 'an OpenDocument of LibreOffice'}: {AS_TEXT}"
    for mark, at, name, advice in MARKS:
        if head.startswith(mark, at) and (mark in AMONG_TEXT or not is_text(head)):
            return f"is {name}: {advice}"
    if reader.name not in HOLD_OTHERS:
        packed = next((suffix for mark, suffix in PACKED if head.startswith(mark) and not is_text(head)), None)
        return f"is packed, though its name says nothing of it: call it .{packed}" if packed else None
    return None


def is_text(head: bytes) -> bool:
    return b"\0" not in head and all(byte >= 32 or byte in b"\t\r\n\f" for byte in head[:32])


def mail_in(head: bytes) -> str | None:
    """A mail, several, or a page that a browser saved as one: they begin with headers that only mails have."""
    if MAILBOX.match(head):
        return f"is a mailbox: {AS_TEXT}"
    lines = head.decode("latin-1").splitlines()
    names = set()
    for line in lines if len(head) < HEAD else lines[:-1]:  # the last one may be cut off
        if not line:
            break
        header = HEADER.match(line)
        if not header:
            return None
        names.add((header[1] or "").lower())
    if names.isdisjoint(MAIL):
        return None
    if "snapshot-content-location" in names or b"multipart/related" in head:
        return "is a page that was saved as MHTML: save it as HTML alone, and give that"
    return f"is a mail: {AS_TEXT}"
