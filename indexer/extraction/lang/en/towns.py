"""Towns by their names, folded and in lower case, with the codes of their countries."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from indexer.extraction.lang.tables import table


@cache
def towns() -> Mapping[str, str]:
    return {row["town"]: row["country"] for row in table("towns")}
