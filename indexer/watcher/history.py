"""What was fetched before, for each index: it survives restarts, so that nothing is asked for twice without need."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from indexer.inputs.input import Link
from indexer.web.client import Answer

SCHEMA = """
    CREATE TABLE IF NOT EXISTS validators (
        engine TEXT, url TEXT, etag TEXT, modified TEXT, PRIMARY KEY (engine, url)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS pages (
        engine TEXT, url TEXT, told BLOB, until REAL, PRIMARY KEY (engine, url)) WITHOUT ROWID;
"""
KEPT = 90 * 24 * 3600.0  # seconds that a page fetched is known: no feed carries an article for so long
REFUSED = 24 * 3600.0  # seconds until a page that could not be had is tried again
PATIENCE = 30.0  # seconds for another process to finish writing


@dataclass(slots=True)
class History:
    """`engine` names the index that what was fetched went into. What is noted counts once `keep` has written it, which
    is for when the articles are stored: whatever is lost before is fetched again.
    """

    path: Path
    engine: str
    validators: dict[str, tuple[str, str]] = field(default_factory=dict)
    pages: dict[str, tuple[bytes, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """sqlite3.Error if the file can't be used."""
        with suppress(OSError):  # which opening the file will name
            self.path.parent.mkdir(parents=True, exist_ok=True)
        with closing(self.connect()) as connection:
            connection.executescript(SCHEMA)

    def conditions(self, url: str) -> Mapping[str, str]:
        """The headers that ask for a page only if it has changed (RFC 9110, 13.1)."""
        row = self.row("SELECT etag, modified FROM validators WHERE engine = ? AND url = ?", url)
        etag, modified = row or ("", "")
        return {name: value for name, value in (("If-None-Match", etag), ("If-Modified-Since", modified)) if value}

    def note_validators(self, url: str, answer: Answer) -> None:
        etag, modified = answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", "")
        # What can't be sent back is left out: a header of a request holds no control characters.
        self.validators[url] = etag if etag.isprintable() else "", modified if modified.isprintable() else ""

    def knows(self, link: Link) -> bool:
        """Whether the page was dealt with already, be it just now, and what the link says of it is still the same."""
        if link.url in self.pages:
            return True
        row = self.row("SELECT told, until FROM pages WHERE engine = ? AND url = ?", link.url)
        return row is not None and row[0] == digest(link) and row[1] > time.time()

    def note_page(self, link: Link, refused: bool) -> None:
        self.pages[link.url] = digest(link), time.time() + (REFUSED if refused else KEPT)

    def keep(self) -> None:
        """Write down what was noted."""
        with closing(self.connect()) as connection, connection:
            connection.execute("DELETE FROM pages WHERE until < ?", (time.time(),))
            connection.executemany(
                "REPLACE INTO validators VALUES (?, ?, ?, ?)",
                [(self.engine, url, *validators) for url, validators in self.validators.items()],
            )
            connection.executemany(
                "REPLACE INTO pages VALUES (?, ?, ?, ?)",
                [(self.engine, url, *page) for url, page in self.pages.items()],
            )
        self.drop()

    def drop(self) -> None:
        """What was noted does not count: its articles were not stored."""
        self.validators.clear()
        self.pages.clear()

    def forget(self) -> None:
        """All of this index, which has been emptied."""
        self.drop()
        with closing(self.connect()) as connection, connection:
            for table in ("validators", "pages"):
                connection.execute(f"DELETE FROM {table} WHERE engine = ?", (self.engine,))  # noqa: S608 - two names

    def row(self, statement: str, url: str) -> tuple[Any, Any] | None:
        with closing(self.connect()) as connection:
            found: tuple[Any, Any] | None = connection.execute(statement, (self.engine, url)).fetchone()
        return found

    def connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, timeout=PATIENCE)


def digest(link: Link) -> bytes:
    return hashlib.blake2b(json.dumps(sorted(link.told.items())).encode(), digest_size=16).digest()
