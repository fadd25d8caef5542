"""What a run tells while it goes on, and counts: what was refused, what is replaced, how far it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from indexer.inputs.input import Origin
from indexer.inputs.result import Refused
from schemas.article import Article


@dataclass(slots=True)
class Tally:
    """What became of the articles read: each is counted once, `statements` are those stored by this run.

    `not_split` counts those of the new and updated ones that are in a language that is not split, by language.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    superseded: int = 0
    refused: int = 0
    statements: int = 0
    not_split: dict[str, int] = field(default_factory=dict)

    @property
    def read(self) -> int:
        return self.added + self.updated + self.unchanged + self.superseded + self.refused


@dataclass(frozen=True, slots=True)
class Advance:
    """Some `size` bytes of the input more are dealt with."""

    size: int


@dataclass(frozen=True, slots=True)
class Replacement:
    """Another content takes the place of what the index holds of the article or, if that is told, of `earlier`."""

    article: Article
    origin: Origin
    earlier: Origin | None = None


Event = Refused | Advance | Replacement
