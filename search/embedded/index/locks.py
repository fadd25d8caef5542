"""Who writes: one thread of one process at a time. The kernel lets go of the lock when its holder dies."""

from __future__ import annotations

import fcntl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from search.errors import EngineBusy

LOCK = "writer.lock"
PAUSE = 0.02  # seconds between looks at a lock that another process holds


class WriterLock:
    def __init__(self, folder: Path):
        self.folder = folder
        self.turn = threading.Lock()

    @contextmanager
    def held(self, patience: float) -> Iterator[None]:
        """EngineBusy where others kept it for so many seconds."""
        busy = EngineBusy(f"the index in {self.folder} was being written by another for {patience:g} seconds")
        deadline = time.monotonic() + patience
        if not self.turn.acquire(timeout=patience):
            raise busy
        try:
            with (self.folder / LOCK).open("ab") as file:
                while not taken(file.fileno()):
                    if time.monotonic() > deadline:
                        raise busy
                    time.sleep(PAUSE)
                yield
        finally:
            self.turn.release()


def taken(descriptor: int, *, shared: bool = False) -> bool:
    """Take the lock (flock) if that can be done now."""
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
