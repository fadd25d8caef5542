"""What nobody foresaw, in a reader, in a fetcher or in a library of theirs: a refusal like any other, not the end."""

from __future__ import annotations

import structlog

SHOWN = 200  # characters of what an exception says

log = structlog.get_logger("indexer")


def tell_defect(error: Exception, doing: str, where: object) -> str:
    """Why something could not be done ("read", "fetched"), in words for the user; its traceback goes to the log."""
    log.debug("unforeseen", doing=doing, where=str(where), exc_info=error)
    return defect(error, doing)


def defect(error: Exception, doing: str) -> str:
    if isinstance(error, MemoryError):
        return f"can't be {doing} in the memory that there is"
    said = " ".join(str(error).split())[:SHOWN]
    told = f"{type(error).__name__}: {said}" if said else type(error).__name__
    return f"can't be {doing}, which is a fault of Demarche: {told}"
