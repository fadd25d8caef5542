"""One packed file: .gz, .bz2 and .xz of whatever another reader knows, .tgz and .tar.gz included."""

from __future__ import annotations

import bz2
import io
import lzma
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from indexer.inputs.input import Input
from indexer.readers.archives.gzip import GzipMembers
from indexer.readers.archives.streams import (
    FREE,
    FREE_MEMBER,
    Budget,
    ByteSource,
    CountedStream,
    UnpackedStream,
    budget_of,
)
from indexer.readers.registry import Reader, known_suffix

MARKS: Mapping[bytes, Callable[[io.BufferedReader], ByteSource]] = {
    b"\x1f\x8b": GzipMembers,
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lambda packed: lzma.LZMAFile(packed),  # noqa: SIM115 - a lambda, for its types
}
TAPES = (".tgz", ".tbz2", ".txz")


def read(source: Input) -> Iterator[Input]:
    outer = budget_of(source)
    budget = Budget(free=FREE_MEMBER if outer else FREE, outer=outer)
    head = source.stream.peek(6)
    unpack = next((unpack for mark, unpack in MARKS.items() if head.startswith(mark)), MARKS[b"\x1f\x8b"])
    stream: io.BufferedReader = io.BufferedReader(
        UnpackedStream(unpack(io.BufferedReader(CountedStream(source.stream, budget))), budget)
    )
    yield replace(source, stream=stream, suffix=suffix_within(source))


def suffix_within(source: Input) -> str:
    """Of what is packed, as the name tells it ("a.ndjson.gz"), or ""."""
    if source.suffix in TAPES:
        return ".tar"
    name = PurePosixPath(source.origin.member or source.origin.name).name
    return known_suffix(name.lower().removesuffix(source.suffix)) if source.suffix else ""


def recognises(head: bytes) -> bool:
    return head.startswith(tuple(MARKS))


READER = Reader("packed", (".gz", ".bz2", ".xz", *TAPES), recognises, read)
