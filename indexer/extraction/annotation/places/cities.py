"""Towns and their countries, where a text says no more than "officials in Goma"."""

from __future__ import annotations

from functools import cache

from indexer.extraction.annotation.places.gazetteer import fold
from indexer.extraction.lang.tables import table


def city(name: str) -> str | None:
    """The alpha-2 code of the town's country; None if it is not known, or there are two of a size in different ones."""
    return _cities().get(fold(name).lower())


@cache
def _cities() -> dict[str, str]:
    return {row["town"]: row["country"] for row in table("towns")}
