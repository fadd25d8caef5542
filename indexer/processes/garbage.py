"""Python's garbage collector, told how this program makes its objects."""

from __future__ import annotations

import gc

COLLECTED_AT = 100_000  # objects made and not yet gone; Python's own is 700


def collect_rarely() -> None:
    """Articles on their way hold no cycles, and looking for them again and again took a tenth of the time."""
    gc.freeze()
    gc.set_threshold(COLLECTED_AT)
