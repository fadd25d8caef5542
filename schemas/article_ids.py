"""Ids of articles: the same for the same article tomorrow, and never the same for two different ones.

An article is known by the id that came with it, within its outlet; else by its address; else by its content. To know
one article twice is a nuisance, to take two for one loses an article.
"""

from __future__ import annotations

import base64
import hashlib
import re

from w3lib.url import canonicalize_url, url_query_cleaner

ID_LENGTH = 16  # base32 characters, 80 bits: two of a billion articles share an id with a chance below 1 in a million
OWN_FORM = re.compile(r"[a-z2-7]{16}")
DEFAULT_PORT = re.compile(r"^(?:(http://[^/?#]*?):(?:80)?|(https://[^/?#]*?):(?:443)?)(?=[/?#]|\Z)")

# Parameters that newsletters, shops of advertising and social networks append, as their own manuals name them.
TRACKERS = (
    *("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "utm_id"),
    *("fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid"),
)


def by_given_id(given: str, namespace: str) -> str:
    """`namespace` is the outlet within which the given id names one article. An id that Demarche made is kept."""
    return given if OWN_FORM.fullmatch(given) else by_guid(given, namespace)


def by_guid(guid: str, namespace: str) -> str:
    """As an id that is given, but never taken for one of Demarche's: a feed may write what it likes."""
    return short_hash(f"given {namespace}\n{guid}")


def by_address(url: str) -> str:
    return short_hash(f"url {canonical_url(url)}")


def by_content(*parts: object) -> str:
    return short_hash("content " + "\x1f".join(map(str, parts)))


def canonical_url(url: str) -> str:
    """The address that all forms of it share: no scheme or port of its own, fragment, tracking parameters or trailing
    slash.

    Only parameters that never choose an article are dropped. What can't be read as an address stays as it is.
    """
    try:
        cleaned = canonicalize_url(url_query_cleaner(url, TRACKERS, remove=True, unique=False))
    except ValueError:
        return url
    return re.sub(r"^https?://", "", DEFAULT_PORT.sub(r"\1\2", cleaned)).rstrip("/")


def short_hash(key: str) -> str:
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:ID_LENGTH]
