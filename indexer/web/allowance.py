"""How long one fetch may take in all, whatever belongs to it: robots.txt, redirects and tries."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

PATIENCE = 60.0  # seconds that are waited for hosts' turns; what would take longer is left for another time


@dataclass(slots=True)
class Allowance:
    """`seconds` are left for requests and their answers, `patience` for pauses between them, which are ours."""

    seconds: float
    patience: float = PATIENCE

    @contextmanager
    def spent(self) -> Iterator[None]:
        """By a request."""
        begun = time.monotonic()
        try:
            yield
        finally:
            self.seconds -= time.monotonic() - begun
