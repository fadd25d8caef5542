"""An input to read, where it came from, and a link to one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from io import BufferedReader
from typing import Any

from schemas.redaction import shown_text

MAX_INPUT = 10_000_000  # bytes of a file, or characters of a line, that holds one article
STANDARD_INPUT_NAME = "<standard input>"  # of an Origin
SHOWN = 500  # characters of a member's name: in an archive it may have 60,000


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article came from: a file or address as the user named it, and its line in it, counted from 1.

    `member` is the part of it, where it holds several: a path in an archive, an address in a crawl, "entry 3" of a
    feed. Archives in archives add theirs to it.
    """

    name: str
    line: int | None = None
    member: str | None = None

    def __str__(self) -> str:
        """As it may be shown: without what in an address lets somebody in."""
        return ":".join(shown_text(str(part)) for part in (self.name, self.member, self.line) if part is not None)


@dataclass(frozen=True, slots=True)
class Input:
    """A stream of bytes to read once from its start, and what is known of it without reading.

    `suffix` (".html") and `charset` are what a file's name or HTTP's headers tell, `url` is where it was fetched from,
    `told` what the link to it said of the article, in the names of `schemas.wire.article`: its own words count more.
    `columns` are the user's words for what articles are made of: {"title": "headline"}.
    """

    origin: Origin
    stream: BufferedReader
    suffix: str = ""
    url: str | None = None
    charset: str | None = None
    told: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)

    def at(self, line: int) -> Origin:
        return replace(self.origin, line=line)

    def inside(self, member: str) -> Origin:
        if len(member) > SHOWN:
            member = f"{member[:SHOWN]}…"
        outer = self.origin.member
        return replace(self.origin, member=f"{outer}/{member}" if outer else member)

    def within(self, member: str, stream: BufferedReader, **known: Any) -> Input:
        """A part of this one, to be read by whichever reader knows its kind."""
        return Input(self.inside(member), stream, columns=self.columns, **known)


@dataclass(frozen=True, slots=True)
class Link:
    """An article that the input only points to; `told` is what it says of it, as `schemas.wire.article` names it."""

    origin: Origin
    url: str
    told: Mapping[str, str] = field(default_factory=dict)
    size: int = 0
