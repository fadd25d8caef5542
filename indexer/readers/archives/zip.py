"""ZIP: its files in their order, and nothing written to disk but an archive that comes as a stream, for a while."""

from __future__ import annotations

import io
import stat
import struct
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, cast

from indexer.inputs.input import Input
from indexer.inputs.result import Refused
from indexer.readers.archives.names import CLIMBS, NO_FILE, climbs, name_faults, suffix_of
from indexer.readers.archives.streams import (
    FREE_MEMBER,
    LARGEST_PART,
    Budget,
    ByteSource,
    Damaged,
    UnpackedStream,
    budget_of,
    check_size,
    named_faults,
)
from indexer.readers.registry import Reader

IN_MEMORY = 10_000_000  # bytes of an archive that comes as a stream; what is more goes to a temporary file
LARGEST_STREAM = 4_000_000_000  # bytes of one
LONGEST_FIELD = 4_096  # bytes of a name, of what an entry adds to it, or of its comment
ENTRY = b"PK\x01\x02"
SIZES = struct.Struct("<28x3H")  # of these three, within an entry
LENGTH_OF_ENTRY = 46  # bytes, before them
ENCRYPTED = 0x1  # APPNOTE.TXT 4.4.4


def read(source: Input) -> Iterator[Refused | Input]:
    return name_faults(source, members(source))


def members(source: Input) -> Iterator[Refused | Input]:
    with seekable(source) as file:
        yield from members_of(source, file)


def members_of(source: Input, file: IO[bytes]) -> Iterator[Refused | Input]:
    size = file.seek(0, io.SEEK_END)
    whole = Budget(packed=size, outer=budget_of(source))
    with named_faults():
        archive = zipfile.ZipFile(Bounded(file))
    for info in archive.infolist():
        if whole.spent:
            raise Damaged("is not read: it is a bomb")
        suffix = suffix_of(info.filename)
        if climbs(info.filename):
            yield Refused(source.inside(info.filename), CLIMBS)
        elif not suffix or info.is_dir():
            continue
        elif stat.S_ISLNK(info.external_attr >> 16):
            yield Refused(source.inside(info.filename), NO_FILE)
        elif info.flag_bits & ENCRYPTED:
            yield Refused(source.inside(info.filename), "is encrypted")
        else:
            yield from member(source, archive, info, suffix, whole)


def member(
    source: Input, archive: zipfile.ZipFile, info: zipfile.ZipInfo, suffix: str, whole: Budget
) -> Iterator[Refused | Input]:
    budget = Budget(packed=info.compress_size, free=FREE_MEMBER, outer=whole)
    try:
        with named_faults():
            inner = cast("ByteSource", archive.open(info))
    except OSError as error:
        yield Refused(source.inside(info.filename), str(error))
        return
    yield source.within(info.filename, io.BufferedReader(UnpackedStream(inner, budget)), suffix=suffix)


@contextmanager
def seekable(source: Input) -> Iterator[IO[bytes]]:
    """The archive itself, or a copy where it comes as a stream: a ZIP's table of contents stands at its end."""
    if source.stream.seekable():
        yield source.stream
        return
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as copy:
        while part := source.stream.read(1 << 16):
            copy.write(part)
            if copy.tell() > LARGEST_STREAM:
                raise Damaged(f"is longer than {LARGEST_STREAM:,} bytes: unpack it, or read it as a file")
        yield copy


class Bounded(io.RawIOBase):
    """An archive of which no library reads much at once."""

    def __init__(self, file: IO[bytes]):
        self.file = file

    def seekable(self) -> bool:
        return True

    def seek(self, target: int, whence: int = io.SEEK_SET) -> int:
        if whence == io.SEEK_SET and target < 0:
            raise Damaged("is damaged: a part of it is said to lie before its beginning")
        return self.file.seek(target, whence)

    def tell(self) -> int:
        return self.file.tell()

    def read(self, size: int = -1) -> bytes:
        # All of it is only asked for near the end, for the comment that an archive may end with.
        part = self.file.read(LARGEST_PART if size < 0 else check_size(size))
        check_entries(part)
        return part


def check_entries(directory: bytes) -> None:
    """Damaged if an entry of a table of contents has a name, or additions, that no archiver writes: zipfile takes the
    square of the latter (APPNOTE.TXT 4.3.12).
    """
    at = 0
    while directory.startswith(ENTRY, at) and at + SIZES.size <= len(directory):
        sizes = SIZES.unpack_from(directory, at)
        if max(sizes) > LONGEST_FIELD:
            raise Damaged(f"has an entry with more than {LONGEST_FIELD:,} bytes of a name or of additions to it")
        at += LENGTH_OF_ENTRY + sum(sizes)


def recognises(head: bytes) -> bool:
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


READER = Reader("zip", (".zip",), recognises, read)
