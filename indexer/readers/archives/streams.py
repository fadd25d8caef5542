"""Unpacking in bounded memory and time: streams that count what they give, and name what is wrong with them.

A bomb is known by its ratio, for articles are not packed to a hundredth of their size: DEFLATE packs English to a third
and the most repetitive of exports to a fiftieth, a bomb to a thousandth. What is unpacked from within what is unpacked
counts towards the outermost, so that nesting gains a bomb nothing.
"""

from __future__ import annotations

import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any, Protocol

from indexer.inputs.input import Input

RATIO = 200
FREE = 64_000_000  # bytes that may always be unpacked, of one input: seconds, and never in memory at once
FREE_MEMBER = 16_000_000
LARGEST_PART = 16_000_000  # bytes of an archive that are read at once: a table of contents of 200,000 files, or a name
# ValueError for names that are said to be UTF-8 and are not, and for words where numbers should be.
DAMAGED = (EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError, MemoryError, ValueError)


class Damaged(OSError):
    """What an archive can't give, in words for the user; the last `unsure` bytes before are of the part at fault."""

    def __init__(self, reason: str, unsure: int = 0):
        super().__init__(reason)
        self.unsure = unsure


@dataclass
class Budget:
    """How much may be unpacked: of `packed` bytes, which may grow while they are read. `outer` is what it is within."""

    packed: int = 0
    free: int = FREE
    outer: Budget | None = None
    unpacked: int = 0

    @property
    def spent(self) -> bool:
        within = self.unpacked <= max(self.free, RATIO * self.packed)
        return not within or (self.outer is not None and self.outer.spent)

    def spend(self, size: int) -> None:
        """OSError as soon as it is too much."""
        self.unpacked += size
        if self.outer:
            self.outer.spend(size)
        if self.spent:
            raise Damaged(f"unpacks to more than {RATIO} times its size: it is a bomb, and no archive of articles")


class ByteSource(Protocol):
    def read1(self, size: int, /) -> bytes:
        """What there is already, so that nothing before a damage is lost with it."""


class UnpackedStream(io.RawIOBase):
    """What a library unpacks, with its faults as OSError, on account of a budget."""

    def __init__(self, inner: ByteSource, budget: Budget):
        self.inner = inner
        self.budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        with named_faults():
            part = self.inner.read1(len(buffer))
        self.budget.spend(len(part))
        buffer[: len(part)] = part
        return len(part)


def budget_of(source: Input) -> Budget | None:
    """That of the archive which the input lies in, if it lies in one."""
    raw = source.stream.raw
    return raw.budget if isinstance(raw, UnpackedStream) else None


@contextmanager
def named_faults() -> Iterator[None]:
    try:
        yield
    except Damaged:
        raise
    except EOFError:
        raise Damaged("breaks off: the rest of it is missing") from None
    except MemoryError:
        raise Damaged("can't be unpacked in the memory that there is") from None
    except NotImplementedError:
        raise Damaged("is packed in a way that is not known here") from None
    except DAMAGED as error:
        raise Damaged(f"is damaged: {error}") from None
    except OSError as error:
        raise (error if error.errno else Damaged(f"is damaged: {error}")) from None  # bz2 and gzip tell it so


class CountedStream(io.RawIOBase):
    """What is read of the packed bytes, told to the budget."""

    def __init__(self, stream: io.BufferedReader, budget: Budget):
        self.stream = stream
        self.budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        size = self.stream.readinto1(buffer)
        self.budget.packed += size
        return size


class ForwardStream(io.RawIOBase):
    """A stream that is only read forwards, as libraries see it that want to seek; never much of it at once."""

    def __init__(self, stream: IO[bytes]):
        self.stream = stream
        self.at = 0

    def tell(self) -> int:
        return self.at

    def seek(self, target: int, whence: int = io.SEEK_SET) -> int:
        if whence != io.SEEK_SET or target < self.at:
            raise Damaged("is damaged: a part of it is said to lie before the one that it follows")
        while self.at < target and self.read(min(target - self.at, 1 << 16)):
            pass
        return self.at

    def read(self, size: int = -1) -> bytes:
        part = self.stream.read(check_size(size))
        self.at += len(part)
        return part


def check_size(size: int) -> int:
    if not 0 <= size <= LARGEST_PART:
        raise Damaged(f"has a header of more than {LARGEST_PART:,} bytes: it is no archive of articles")
    return size
