"""What is looked up, split and stored at once: as much as is fast, no more than memory holds."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence

from indexer.inputs.result import Loaded, Reading

BATCH = 32  # articles split at once: a second of work
BATCH_GIVEN = 250  # of those whose statements are there already, which is little work

WINDOW_ARTICLES = 1_000  # looked up in the index at once, and within which the last of several versions counts
WINDOW_CHARACTERS = 20_000_000  # so that memory stays flat however long the articles are
WINDOW_SECONDS = 10.0  # so that what is fetched slowly, a page a second, is stored meanwhile


def windows(readings: Iterable[Reading]) -> Iterator[Sequence[Reading]]:
    window: list[Reading] = []
    characters, begun = 0, time.monotonic()
    for reading in readings:
        window.append(reading)
        characters += len(reading.article.text if isinstance(reading, Loaded) else reading.content or "")
        late = time.monotonic() - begun >= WINDOW_SECONDS
        if len(window) == WINDOW_ARTICLES or characters >= WINDOW_CHARACTERS or late:
            yield window
            window, characters, begun = [], 0, time.monotonic()
    yield window


def batches(due: Sequence[Loaded]) -> Iterator[Sequence[Loaded]]:
    for size, kind in (
        (BATCH, [loaded for loaded in due if loaded.given is None]),
        (BATCH_GIVEN, [loaded for loaded in due if loaded.given is not None]),
    ):
        for start in range(0, len(kind), size):
            yield kind[start : start + size]
