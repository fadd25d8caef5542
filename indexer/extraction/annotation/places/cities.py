"""Towns and their countries, where a text says no more than "officials in Goma"."""

from __future__ import annotations

from indexer.extraction.annotation.places.gazetteer import fold
from indexer.extraction.lang.en.towns import towns


def city(name: str) -> str | None:
    """The alpha-2 code of the town's country; None if it is not known, or there are two of a size in different ones."""
    return towns().get(fold(name).lower())
