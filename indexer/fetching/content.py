"""What HTTP says of an answer's kind, in the words that readers use: a suffix and a charset."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from indexer.readers.finding import known_suffix

LONGEST = 1_000  # characters of a Content-Type that are looked at
CHARSET = re.compile(r"""[;\s]charset\s*=\s*["']?([\w.:+-]{1,40})""", re.IGNORECASE | re.ASCII)

# What says just one thing. Servers send all else as text/plain, JSON, XML or bytes: there the name in the address
# counts, and what is in it.
SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/x-ndjson": ".ndjson",
    "application/jsonl": ".jsonl",
    "text/csv": ".csv",
}


def suffix_of(content_type: str, path: str, unpacked: bool = False) -> str:
    """A suffix that a reader claims, or "": then the first bytes have to tell.

    `unpacked` says that HTTP's own compression was undone: servers put it on files that are packed already.
    """
    name = PurePosixPath(urlsplit(path).path).name
    known = SUFFIXES.get(type_of(content_type))
    return known or known_suffix(name.removesuffix(".gz") if unpacked else name)


def type_of(content_type: str) -> str:
    """`text/html` of `Text/HTML; charset=utf-8`."""
    return content_type[:LONGEST].partition(";")[0].strip().lower()


def charset_of(content_type: str) -> str | None:
    """As it is told, in lower case; it need be none that there is."""
    found = CHARSET.search(content_type[:LONGEST])
    return found[1].lower() if found else None
