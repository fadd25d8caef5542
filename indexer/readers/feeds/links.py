"""Where a feed's entry leads: to its article itself, whatever form the feed gives the address."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from indexer.inputs.hosts import host_of
from indexer.readers.pages.linked_data import join_url

ORIGINAL = ("feedburner_origlink", "pheedo_origlink")  # behind links that count who follows them
NOT_IN_ADDRESSES = re.compile(r'[\s<>"{}|\\^`]')
# Services that lead on to the address in a parameter: the end of their host, their path, and the parameter.
LEADING_ON = (
    (re.compile(r"(?:\A|\.)google\.[a-z.]{2,6}\Z"), "/url", ("url", "q")),
    (re.compile(r"(?:\A|\.)bing\.com\Z"), "/news/apiclick.aspx", ("url",)),
    (re.compile(r"\Alm?\.facebook\.com\Z"), "/l.php", ("u",)),
)


def base_of(parsed: Any, fetched: str | None) -> str:
    """What relative links are relative to, where no xml:base says it: in RSS the site, in Atom (RFC 4287) the feed."""
    site = join(fetched or "", parsed.feed.get("link") or "")
    itself = fetched or next((link.get("href", "") for link in parsed.feed.get("links", ()) if is_self(link)), "")
    told = (itself, site) if parsed.version.startswith("atom") else (site, itself)
    return next(filter(host_of, told), "")


def is_self(link: Any) -> bool:
    return bool(link.get("rel") == "self")


def address(entry: Any, base: str) -> str | None:
    """Its page, or where its content is said to be; only what http and https reach."""
    link = entry.get("link") or ""
    told = (
        *(entry.get(name, "") for name in ORIGINAL),
        link if link == entry.get("id") else join(base, link),  # a guid is no relative address
        *(join(base, content.get("src") or "") for content in entry.get("content", ())),
    )
    return next((led_to(url) for one in told if host_of(url := escape(one))), None)


def join(base: str, told: str) -> str:
    return join_url(base, told.strip()) if told.strip() else ""


def escape(url: str) -> str:
    """With what may not stand in an address escaped, as browsers do."""
    return NOT_IN_ADDRESSES.sub(lambda found: quote(found[0]), url.strip())


def led_to(url: str) -> str:
    """The address in a link that only leads on to it, or the link."""
    parts = urlsplit(url)
    for host, path, names in LEADING_ON:
        if parts.path == path and host.search(parts.hostname or ""):
            told = parse_qs(parts.query)
            return next((there for name in names for there in told.get(name, ()) if host_of(there)), url)
    return url
