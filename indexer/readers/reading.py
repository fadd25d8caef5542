"""What every reader speaks in: an input to read, an article read from it, a refusal with its place and reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import BufferedReader
from typing import Any

from schemas.article import Article
from schemas.secrets import shown_text

# A novel has a million characters, and no article: what is longer is a whole site, a log or a bomb. What holds an
# article may be longer than its text: by its markup, its encoding, the statements that it brings.
MAX_TEXT = 1_000_000  # characters
MAX_INPUT = 10_000_000  # bytes of a file, or characters of a line, that holds one article
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
class Loaded:
    """An article as read. `size` is about the bytes that it took in the input.

    `key` is the id that the input gives it, for whoever joins results with the input: Demarche's own is `article.id`.
    `unused` are members that the input has and no article.
    `given` holds the input's own split into statements, unchecked, where it brings one: `indexer.given` checks it.
    Where it is `untouched`, it came out of an index just so (`indexer.exported`).
    """

    article: Article
    origin: Origin
    size: int
    key: str | None = None
    given: Mapping[str, object] | None = None
    untouched: bool = False
    unused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """What could not be read, and why, in words for the user. `content` is the line, where it was one."""

    origin: Origin
    reason: str
    size: int = 0
    content: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An article that the input only points to; `told` is what it says of it, as `schemas.wire.article` names it."""

    origin: Origin
    url: str
    told: Mapping[str, str] = field(default_factory=dict)
    size: int = 0


Reading = Loaded | Refused


class Refusal(ValueError):
    """Raised where the fault is known; readers turn it into `Refused`, which knows the place.

    `places` are the members of the article that are at fault ("published_on"), "" for all of it, each with why.
    """

    def __init__(self, reason: str, places: Sequence[tuple[str, str]] = ()):
        super().__init__(reason)
        self.places = places or [("", reason)]


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of input. A module of this package that holds one as READER is found by itself.

    `suffixes` decide for files; `recognises` is asked about the first bytes of what has no known suffix. What holds
    others gives inputs of its own, each of which is read before the next is asked for. One that is `isolated` holds
    none, and is called in another process (`isolation`), since its time and memory can't be told beforehand.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    read: Callable[[Input], Iterator[Reading | Link | Input]]
    isolated: bool = False
