"""What a test has another process do; see tests/forked.py."""

from __future__ import annotations

import time
from multiprocessing.connection import Connection
from pathlib import Path

from search.embedded.engine import EmbeddedEngine


def hold(path: Path, taken: Connection, seconds: float) -> None:
    """The right to write to that index."""
    with EmbeddedEngine(path) as engine, engine.folder.writer():
        taken.send(True)
        time.sleep(seconds)
