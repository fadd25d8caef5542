"""An article as it came in: before anything is known of what it says."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property

from schemas.article_ids import by_address, by_content, short_hash
from schemas.dates.partial_dates import PartialDate


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

    `title` is "" where the input gives none; `language` is an ISO 639-1 code, None where it is not known. `own_id` is
    there where neither address nor content tells the id: what the index has it under, or what came with it
    (`schemas.article_ids`). `left_out` are members that the input tells and that could not be used, each with why; no
    index holds them.
    """

    text: str
    title: str = ""
    url: str | None = None
    source: Source | None = None
    published_on: PartialDate | None = None
    language: str | None = None
    own_id: str | None = field(default=None, compare=False)
    left_out: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    @cached_property
    def id(self) -> str:
        """The same for the same article tomorrow: its own, or from its canonical address, or from its content."""
        if self.own_id:
            return self.own_id
        if self.url:
            return by_address(self.url)
        return by_content(self.text, self.title, self.source.id if self.source else "", self.published_on or "")

    @cached_property
    def former_id(self) -> str:
        """What it was known by before ids that come with articles counted: an index may hold it under that still."""
        if self.url:
            return by_address(self.url)
        if self.title:
            source = self.source.id if self.source else ""
            return short_hash(f"title {source}\n{' '.join(self.title.casefold().split())}\n{self.published_on or ''}")
        return short_hash(f"text {self.text}")

    @cached_property
    def content_hash(self) -> str:
        """Changes with anything that the index stores of the article as received: hex SHA-256."""
        parts = (self.text, self.title, self.url, self.source, self.published_on, self.language)
        return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()
