"""Python's garbage collector and the C library's allocator, told how this program makes its objects."""

from __future__ import annotations

import ctypes
import gc

COLLECTED_AT = 100_000  # objects made and not yet gone; Python's own is 700
# Of glibc's malloc.h: what is free at the end of the heap, and what is taken beside it, from so many bytes on.
TRIM_THRESHOLD, MMAP_THRESHOLD = -1, -3
KEPT, LARGE = 256 << 20, 32 << 20


def expect_batches() -> None:
    """For a process that splits articles batch after batch."""
    collect_rarely()
    keep_freed_memory()


def collect_rarely() -> None:
    """Articles on their way hold no cycles, and looking for them again and again took a tenth of the time."""
    gc.freeze()
    gc.set_threshold(COLLECTED_AT)


def keep_freed_memory() -> bool:
    """The next batch takes what one has freed; given back to the system in between, parsing takes a seventh longer.

    False where the C library is not glibc, whose thresholds these are: nothing is done there.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return mallopt is not None and bool(mallopt(TRIM_THRESHOLD, KEPT) and mallopt(MMAP_THRESHOLD, LARGE))
