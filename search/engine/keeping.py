"""What an operator asks of an index as a whole: its state, all that it holds, and to be built anew."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass

from schemas.statement import SplitArticle
from search.engine.storing import Prepared


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How far a rebuild is: so many of about so many articles; at last the new index is in use."""

    articles: int
    total: int
    in_use: bool = False


Remake = Callable[[Iterable[SplitArticle]], Iterable[Prepared]]


@dataclass(frozen=True, slots=True)
class Status:
    """`engine` is the engine's kind, `location` the engine's."""

    engine: str
    version: str
    location: str
    articles: int
    statements: int
    bytes: int


class Keeping(ABC):
    @abstractmethod
    def status(self) -> Status:
        """Counts and size; raises EngineUnavailable or IncompatibleIndex where it can't be searched."""

    @abstractmethod
    def every_article(self) -> Generator[SplitArticle]:
        """Every article, as the index was when the first was taken, in an order of the engine's own.

        Memory does not grow with their number. Whoever stops before the end closes the generator.
        """

    @abstractmethod
    def outdated(self, extractor: str) -> int:
        """How many articles were split by another version than this. Statements that were given have none."""

    @abstractmethod
    def rebuild(self, remake: Remake) -> Generator[Rebuilt]:
        """Make the index anew from its own articles, and put it in the place of the old one.

        `remake` prepares every article that it is given, once, in any order. Searches go on over the old index, writes
        are taken over, and cut off at any point the old index stays in use, and the same call begins anew. An index
        with an older mapping, which nothing else can read, is made one with this. EngineBusy where another rebuild is
        under way.
        """
