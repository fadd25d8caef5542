"""What tantivy and the file system raise, in our words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog

from search.errors import EngineUnavailable, IncompatibleIndex

NOT_WRITABLE = "this user may not write in that folder, which reading needs too, for a lock"

log = structlog.get_logger(__name__)


@contextmanager
def translated(path: Path, what: str) -> Iterator[None]:
    """tantivy raises ValueError for whatever went wrong, and panics over damaged files; its words go to the log.

    What is stored may be damaged and still be JSON, of which a part is missing then.
    """
    try:
        yield
    except (ValueError, KeyError, TypeError) as error:
        log.warning("embedded_index_fault", path=str(path), exc_info=True)
        if not os.access(path, os.W_OK, effective_ids=True):
            raise EngineUnavailable(f"the index in {path} can't be {what}: {NOT_WRITABLE}") from error
        hint = "is the disk full?" if what == "written" else "if this goes on, build it anew in another folder"
        raise EngineUnavailable(f"the index in {path} can't be {what}: {hint}") from error
    except OSError as error:
        raise EngineUnavailable(f"the index in {path} can't be {what}: {error.strerror}") from error
    except BaseException as error:
        if type(error).__module__ != "pyo3_runtime":  # where PanicException is said to live; it can't be imported
            raise
        log.exception("embedded_index_damaged", path=str(path))
        raise IncompatibleIndex(f"the index in {path} is damaged: build it anew in another folder") from error
