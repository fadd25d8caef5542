"""What HTTP says of an answer's kind, in the word that readers use: a suffix."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urlsplit

from indexer.inputs.media_types import type_of
from indexer.readers.registry import known_suffix

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
