"""gzip, member by member."""

import gzip
import io

import pytest

from indexer.readers.archives.gzip import GzipMembers
from indexer.readers.archives.streams import Damaged


def members(packed: bytes) -> GzipMembers:
    return GzipMembers(io.BufferedReader(io.BytesIO(packed)))


def whole(stream: GzipMembers) -> bytes:
    return b"".join(iter(lambda: stream.read1(7), b""))


def test_members_are_one_stream_and_zeros_after_them_are_none() -> None:
    assert whole(members(gzip.compress(b"One. ") + b"\0" * 600 + gzip.compress(b"Two.") + b"\0\0")) == b"One. Two."


def test_a_member_without_an_end_says_so() -> None:
    stream = members(gzip.compress(b"A text that is cut off.")[:-12])
    with pytest.raises(EOFError):
        whole(stream)


def test_after_a_fault_the_next_member_comes() -> None:
    broken = bytearray(gzip.compress(b"One." * 100))
    broken[15] ^= 0xFF
    stream = members(bytes(broken) + gzip.compress(b"Two."))
    with pytest.raises((Damaged, EOFError)):
        whole(stream)
    assert whole(stream) == b"Two."


def test_what_is_none_is_damaged() -> None:
    with pytest.raises(Damaged, match="Not a gzipped file"):
        members(b"A text.").read1(7)
