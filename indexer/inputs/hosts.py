"""Addresses in what is read: whether they are any, and on which host."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
OTHER_HOSTS = re.compile(r"^(www|m|mobile|amp)\.")  # of one outlet


def host_of(url: str | None) -> str | None:
    """Of an absolute address of http or https; None of anything else."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return parts.hostname if parts.scheme in ("http", "https") else None


def site_of(url: str | None) -> str:
    """What names the outlet where nothing better does ("a.example"); "" without an address."""
    return OTHER_HOSTS.sub("", host_of(url) or "")


def is_front(url: str) -> bool:
    """Whether it leads to the site as such, and to no page of it."""
    parts = urlsplit(url)
    return not parts.path.strip("/") and not parts.query


def names_address(text: str) -> bool:
    """Whether a user who writes this means an address rather than a file."""
    return bool(SCHEME.match(text))
