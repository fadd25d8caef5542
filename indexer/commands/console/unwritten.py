"""What standard output holds and can't be written, where the disk that it goes to is full."""

from __future__ import annotations

import os
import sys


def drop_unwritten_output() -> None:
    """What can still be written is; the rest would be tried again when Python ends, which then tells of the fault once
    more, in lines of its own, and exits with 120.
    """
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
