"""What HTTP says of an answer's kind, in the words that readers use: a suffix and a charset."""

from __future__ import annotations

from email.message import Message
from pathlib import PurePosixPath
from urllib.parse import urlsplit

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


def suffix_of(content_type: str, path: str) -> str:
    """Of what may be no reader's, and is then recognised by its first bytes."""
    known = SUFFIXES.get(parsed(content_type).get_content_type())
    return known or PurePosixPath(urlsplit(path).path).suffix.lower()


def charset_of(content_type: str) -> str | None:
    return parsed(content_type).get_content_charset()


def parsed(content_type: str) -> Message:
    message = Message()
    message["Content-Type"] = " ".join(content_type.split()) or "application/octet-stream"
    return message
