"""What comes of an input: an article, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.inputs.input import Origin
from schemas.article import Article


@dataclass(frozen=True, slots=True)
class Loaded:
    """An article as read. `size` is about the bytes that it took in the input.

    `key` is the id that the input gives it, for whoever joins results with the input: Demarche's own is `article.id`.
    `unused` are members that the input has and no article.
    `given` holds the input's own split into statements, where it brings one, unchecked: `interchange.statements` does.
    Where it is `untouched`, it came out of an index just so (`interchange.backup`).
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


Reading = Loaded | Refused


class Refusal(ValueError):
    """Raised where the fault is known; readers turn it into `Refused`, which knows the place.

    `places` are the members of the article that are at fault ("published_on"), "" for all of it, each with why.
    """

    def __init__(self, reason: str, places: Sequence[tuple[str, str]] = ()):
        super().__init__(reason)
        self.places = places or [("", reason)]
