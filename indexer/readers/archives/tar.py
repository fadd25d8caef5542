"""tar: its files in their order, as a stream, and nothing written to disk. Names are names, not paths."""

from __future__ import annotations

import io
import re
import tarfile
from collections.abc import Iterator
from typing import Any, cast

from indexer.inputs.input import Input
from indexer.inputs.result import Refused
from indexer.readers.archives.names import CLIMBS, NO_FILE, climbs, name_faults, suffix_of
from indexer.readers.archives.streams import (
    Budget,
    ByteSource,
    Damaged,
    ForwardStream,
    UnpackedStream,
    budget_of,
    named_faults,
)
from indexer.readers.registry import Reader

MAGIC = slice(257, 262)
LONGEST_HEADER = 65_536  # bytes of one that precedes a file's own: names and times, and whatever else archivers note
MOST_HEADERS = 16  # in a row before a file: of a name, of where it links to, of pax
LONG = (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK)
PAX = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE)
RECORD = re.compile(rb"([0-9]{1,20}) ([^=]{1,1000})=")
MORE = 504  # where a header of an old sparse file says that another one follows


def read(source: Input) -> Iterator[Refused | Input]:
    return name_faults(source, members(source))


def members(source: Input) -> Iterator[Refused | Input]:
    budget = budget_of(source)
    with named_faults():
        tar = tarfile.open(fileobj=ForwardStream(source.stream), mode="r:", tarinfo=Member)  # noqa: SIM115 - nothing to close
    while True:
        with named_faults():
            info = tar.next()
            tar.members.clear()  # type: ignore[attr-defined]  # it would keep all, for seeking
        if info is None:
            return
        suffix = suffix_of(info.name)
        if climbs(info.name):
            yield Refused(source.inside(info.name), CLIMBS)
        elif not suffix or info.isdir():
            continue
        elif not info.isfile() or info.issparse():  # a sparse file may be larger than any archive
            yield Refused(source.inside(info.name), NO_FILE)
        elif file := tar.extractfile(info):
            stream: io.BufferedReader = io.BufferedReader(
                UnpackedStream(cast("ByteSource", file), budget or Budget(packed=info.size))
            )
            yield source.within(info.name, stream, suffix=suffix)


class Member(tarfile.TarInfo):
    """Headers within bounds: tarfile reads one within the other without end, and takes the square of the digits in one
    of pax for it. Of a sparse file no more is noted than that it is one, for none is read.
    """

    def _proc_member(self, tar: Any) -> tarfile.TarInfo:
        """The place that tarfile keeps for what it does not know: `self` is a header, and a file is given."""
        if self.type == tarfile.GNUTYPE_SPARSE:
            return self.sparse_file(tar)
        if self.type in LONG + PAX:
            tar.headers = getattr(tar, "headers", 0) + 1
            if tar.headers > MOST_HEADERS:
                raise Damaged(f"has more than {MOST_HEADERS} headers before one file: it is no archive of articles")
            if not 0 <= self.size <= LONGEST_HEADER:
                raise Damaged(f"has a header of more than {LONGEST_HEADER:,} bytes: it is no archive of articles")
            if self.type in PAX:
                return self.with_pax(tar)
        else:
            tar.headers = 0
        found: tarfile.TarInfo = super()._proc_member(tar)  # type: ignore[misc]
        return found

    def with_pax(self, tar: Any) -> tarfile.TarInfo:
        """The file after it, with what it tells of the name and the size (POSIX.1, pax, 4.18)."""
        told = dict(pax_records(tar.fileobj.read(self._block(self.size))[: self.size]))  # type: ignore[attr-defined]
        file: Any = self.fromtarfile(tar)
        if self.type == tarfile.XGLTYPE:  # of all files: no name, no size
            return cast("tarfile.TarInfo", file)
        name = told.get(b"GNU.sparse.name", told.get(b"path"))
        if name is not None:
            file.name = name.decode("utf-8", "surrogateescape").rstrip("/")
        if any(key.startswith(b"GNU.sparse.") for key in told):
            file.sparse = []
        if (size := told.get(b"size")) is not None:
            file.size = int(size)
            if file.size < 0:
                raise Damaged("is damaged: a file in it is said to have less than no bytes")
            tar.offset = file.offset_data + (file._block(file.size) if file.isreg() else 0)
        return cast("tarfile.TarInfo", file)

    def sparse_file(self, tar: Any) -> tarfile.TarInfo:
        """Of GNU's oldest kind: its header may go on, and the file's bytes come after that."""
        _, more, size = self._sparse_structs  # type: ignore[attr-defined]
        while more:
            block = tar.fileobj.read(tarfile.BLOCKSIZE)
            more = len(block) > MORE and block[MORE]
        self.sparse = []  # type: ignore[assignment]  # as tarfile has it, a list of what is there
        self.offset_data = tar.fileobj.tell()
        tar.offset = self.offset_data + self._block(self.size)  # type: ignore[attr-defined]
        self.size = size
        return self


def pax_records(header: bytes) -> Iterator[tuple[bytes, bytes]]:
    """`30 path=a name` and a line feed: each begins with its length, which counts all of it."""
    at = 0
    while at < len(header):
        start = RECORD.match(header, at)
        end = at + int(start[1]) if start else 0
        if start is None or end < start.end() or header[end - 1 : end] != b"\n":
            raise Damaged("is damaged: a header of pax is none")
        yield start[2], header[start.end() : end - 1]
        at = end


READER = Reader("tar", (".tar",), lambda head: head[MAGIC] == b"ustar", read)
