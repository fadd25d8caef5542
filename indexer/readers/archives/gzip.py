"""gzip, member by member (RFC 1952): a crawl has one a record, and what is damaged in one costs the next nothing.

Whoever reads on after a fault gets the next member that can be unpacked. Python's own module can't be asked again.
"""

from __future__ import annotations

import io
import re
import zlib
from typing import Any

from indexer.readers.archives.streams import Damaged

GZIP = 31  # zlib's name for the format
PACKED = 16_384  # bytes that are read at once
# Compression, flags, the moment, what the packer was told and on which system it ran.
MEMBER = re.compile(rb"\x1f\x8b\x08[\x00-\x1f].{4}[\x00\x02\x04][\x00-\x0d\xff]", re.DOTALL)
MAGIC = b"\x1f\x8b"
HEADER = 9  # bytes of a member that MEMBER may be cut off in


class GzipMembers:
    def __init__(self, packed: io.BufferedReader):
        self.packed = packed
        self.waiting = b""  # packed bytes that are read already
        self.member: Any = None  # zlib's type has no name
        self.given = 0  # bytes, of this member
        self.full = False  # it may have more to give of what it was given
        self.lost = False  # after a fault, until another member gives something

    def read1(self, size: int, /) -> bytes:
        """What there is, b"" at the end. Damaged, or EOFError for a member without an end."""
        while self.member or self.begin():
            if not (self.waiting or self.full or self.more()):
                self.member, self.lost = None, True
                raise EOFError
            try:
                part: bytes = self.member.decompress(self.waiting, size)
            except zlib.error as error:
                self.fail(error)
                continue
            self.waiting = self.member.unconsumed_tail or self.member.unused_data
            self.given += len(part)
            self.full = len(part) == size
            if self.member.eof:
                self.member = None
            if part:
                self.lost = False
                return part
        return b""

    def begin(self) -> bool:
        """Another member, behind zeros that archivers fill up with; whether there is one."""
        if self.lost:
            while not (found := MEMBER.search(self.waiting, 1)):  # at 0 is the one that failed
                self.waiting = self.waiting[-HEADER:]
                if not self.more():
                    return False
            self.waiting = self.waiting[found.start() :]
        else:
            self.waiting = self.waiting.lstrip(b"\0")
            while len(self.waiting) < len(MAGIC) and self.more():
                self.waiting = self.waiting.lstrip(b"\0")
            if not self.waiting:
                return False
            if not self.waiting.startswith(MAGIC):
                self.lost = True
                raise Damaged(f"is damaged: Not a gzipped file ({self.waiting[:2]!r})")
        self.member, self.given, self.full = zlib.decompressobj(GZIP), 0, False
        return True

    def more(self) -> bool:
        part = self.packed.read1(PACKED)
        self.waiting += part
        return bool(part)

    def fail(self, error: zlib.error) -> None:
        """Once for each fault: what then only looks like a member is none."""
        self.member, told = None, self.lost
        self.lost = True
        if not told:
            raise Damaged(f"is damaged: {error}", unsure=self.given)
