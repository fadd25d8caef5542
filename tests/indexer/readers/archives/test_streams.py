"""Streams that are unpacked: bounded, and with faults in words."""

import io
import zlib

import pytest

from indexer.readers.archives.streams import (
    LARGEST_PART,
    RATIO,
    Budget,
    CountedStream,
    Damaged,
    ForwardStream,
    UnpackedStream,
    named_faults,
)


def test_a_budget_grows_with_what_is_packed() -> None:
    budget = Budget(packed=10, free=0)
    budget.spend(10 * RATIO)
    with pytest.raises(Damaged, match="it is a bomb"):
        budget.spend(1)


def test_what_is_within_counts_towards_the_outermost() -> None:
    outer = Budget(packed=1, free=0)
    inner = Budget(free=10 * RATIO, outer=outer)
    with pytest.raises(Damaged, match="it is a bomb"):
        inner.spend(RATIO + 1)
    assert outer.spent
    assert inner.spent


def test_a_stream_spends_what_it_gives() -> None:
    budget = Budget(free=7)
    stream = io.BufferedReader(UnpackedStream(io.BytesIO(b"A text."), budget))
    assert stream.read() == b"A text."
    assert (budget.unpacked, budget.spent) == (7, False)


def test_what_is_read_of_the_packed_bytes_is_told_to_the_budget() -> None:
    budget = Budget()
    io.BufferedReader(CountedStream(io.BufferedReader(io.BytesIO(b"A text.")), budget)).read()
    assert budget.packed == 7


def test_a_stream_goes_forwards_alone() -> None:
    stream = ForwardStream(io.BytesIO(b"A text."))
    assert (stream.seek(2), stream.read(4), stream.tell()) == (2, b"text", 6)
    with pytest.raises(Damaged, match="lie before"):
        stream.seek(1)


@pytest.mark.parametrize("size", [-1, LARGEST_PART + 1])
def test_never_much_at_once(size: int) -> None:
    with pytest.raises(Damaged, match="has a header of more than"):
        ForwardStream(io.BytesIO(b"A text.")).read(size)


@pytest.mark.parametrize(
    ("raised", "reason"),
    [
        (EOFError(), "breaks off: the rest of it is missing"),
        (MemoryError(), "can't be unpacked in the memory that there is"),
        (NotImplementedError(), "is packed in a way that is not known here"),
        (zlib.error("bad"), "is damaged: bad"),
        (OSError("bad"), "is damaged: bad"),
        (Damaged("is a bomb"), "is a bomb"),
    ],
)
def test_each_fault_is_a_sentence(raised: Exception, reason: str) -> None:
    with pytest.raises(Damaged) as damaged, named_faults():
        raise raised
    assert str(damaged.value) == reason


def test_a_fault_of_the_disk_is_its_own() -> None:
    with pytest.raises(OSError, match="Input/output error") as fault, named_faults():
        raise OSError(5, "Input/output error")
    assert not isinstance(fault.value, Damaged)
