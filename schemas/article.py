"""An article as it came in: before anything is known of what it says."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from w3lib.url import canonicalize_url, url_query_cleaner

from schemas.dates import PartialDate

ID_LENGTH = 16  # base32 characters, 80 bits: two of a billion articles share an id with a chance below 1 in a million

# Parameters that newsletters, shops of advertising and social networks append, as their own manuals name them.
TRACKERS = (
    *("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "utm_id"),
    *("fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """The outlet: `id` is a slug that filters use ("black-sea-herald"), `name` is what people read."""

    id: str
    name: str

    @classmethod
    def named(cls, name: str) -> Source:
        """ValueError for a name without a letter or digit."""
        folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())  # "™" has capitals in it
        slug = "-".join(re.findall(r"[^\W_]+", "".join(c for c in folded if not unicodedata.combining(c))))
        if not slug:
            raise ValueError(f"{name!r} is no name of a source: it has no letter or digit")
        return cls(slug, name.strip())


@dataclass(frozen=True)
class Article:
    """What a reader makes of its input. `text` is exactly as received: every offset of a statement points into it.

    `title` is "" where the input gives none; `language` is an ISO 639-1 code.
    """

    text: str
    title: str = ""
    url: str | None = None
    source: Source | None = None
    published_on: PartialDate | None = None
    language: str = "en"

    @cached_property
    def id(self) -> str:
        """The same for the same article tomorrow: from its canonical address, or from source, title and date.

        An article without address, source and title is known by its text, so that two untitled ones stay two.
        """
        if self.url:
            key = f"url {canonical_url(self.url)}"
        elif self.title:
            source = self.source.id if self.source else ""
            key = f"title {source}\n{' '.join(self.title.casefold().split())}\n{self.published_on or ''}"
        else:
            key = f"text {self.text}"
        return short_hash(key)

    @cached_property
    def content_hash(self) -> str:
        """Changes with anything that the index stores of the article as received: hex SHA-256."""
        parts = (self.text, self.title, self.url, self.source, self.published_on, self.language)
        return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()


def canonical_url(url: str) -> str:
    """The address that all forms of it share: no scheme, fragment, tracking parameters or trailing slash.

    Only parameters that never choose an article are dropped: to know one article twice is a nuisance, to take two for
    one loses an article. What can't be read as an address stays as it is.
    """
    try:
        cleaned = canonicalize_url(url_query_cleaner(url, TRACKERS, remove=True, unique=False))
    except ValueError:
        return url
    return re.sub(r"^https?://", "", cleaned).rstrip("/")


def short_hash(key: str) -> str:
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:ID_LENGTH]
