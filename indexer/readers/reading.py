"""What every reader speaks in: an input to read, an article read from it, a refusal with its place and reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BufferedReader

from schemas.article import Article

# A novel has a million characters, and no article: what is longer is a whole site, a log or a bomb. What holds an
# article may be longer than its text: by its markup, its encoding, the statements that it brings.
MAX_TEXT = 1_000_000  # characters
MAX_INPUT = 10_000_000  # bytes of a file, or characters of a line, that holds one article


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article came from: a file as the user named it, and its line in it, counted from 1."""

    name: str
    line: int | None = None

    def __str__(self) -> str:
        return self.name if self.line is None else f"{self.name}:{self.line}"


@dataclass(frozen=True, slots=True)
class Input:
    """A stream of bytes to read once from its start, and what to call it."""

    name: str
    stream: BufferedReader


@dataclass(frozen=True, slots=True)
class Loaded:
    """An article as read. `size` is about the bytes that it took in the input.

    `key` is the id that the input gives it, for whoever joins results with the input: Demarche's own is `article.id`.
    `given` holds the input's own split into statements, unchecked, where it brings one: `indexer.given` checks it.
    """

    article: Article
    origin: Origin
    size: int
    key: str | None = None
    given: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """What could not be read, and why, in words for the user."""

    origin: Origin
    reason: str
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

    `suffixes` decide for files; `recognises` is asked about the first characters of what has no known suffix.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[str], bool]
    read: Callable[[Input], Iterator[Reading]]
